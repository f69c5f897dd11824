// Checks pages with a validator that is not ours: standard input has a page on each line, as JSON (address and html); writes
// the faults of all as JSON.
import { text } from "node:stream/consumers";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // A button in a form that does not say what it is submits the form: that is HTML, and what all our buttons do.
    "no-implicit-button-type": "off",
    // A phone without scripts follows the meeting by loading its page anew, and never while somebody fills in a form.
    "meta-refresh": "off",
    // A list may have a name: the heading above it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A section with a name is the same region; published minutes have this one in them, and never change.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
}));

const pages = (await text(process.stdin)).split("\n").filter(Boolean).map((line) => JSON.parse(line));
const faults = [];
for (const { address, html } of pages) {
  const { results } = await validator.validateString(html, address);
  for (const { messages } of results) {
    for (const { ruleId, message, selector, line } of messages) faults.push({ address, rule: ruleId, message, selector, line });
  }
}

process.stdout.write(JSON.stringify(faults));
