// Adds up the results of the test projects. The last line is the numbers alone.
//   summary.mjs FOLDER PROJECT…   FOLDER holds PROJECT.trx, and PROJECT.failed when its run ended badly
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...projects] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

const plain = (xml) =>
  xml.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&").trim();

function* results(trx) {
  for (const [element, attributes] of trx.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>[\s\S]*?<\/UnitTestResult>)/g)) {
    const name = plain(/\btestName="([^"]*)"/.exec(attributes)[1]);
    const outcome = /\boutcome="([^"]*)"/.exec(attributes)?.[1];
    const reason = plain(/<(?:Message|StdOut)>([\s\S]*?)<\/(?:Message|StdOut)>/.exec(element)?.[1] ?? "no reason given");
    yield { name, outcome, reason };
  }
}

for (const project of projects) {
  const file = join(folder, `${project}.trx`);
  const found = existsSync(file) ? [...results(readFileSync(file, "utf8"))] : [];
  let failed = 0;
  for (const { name, outcome, reason } of found) {
    if (outcome === "Passed") total.passed++;
    else if (outcome === "NotExecuted") {
      total.skipped++;
      console.log(`skipped: ${name}: ${reason}`);
    } else {
      failed++;
      console.log(`failed: ${name}`);
    }
  }
  if (failed === 0 && (found.length === 0 || existsSync(join(folder, `${project}.failed`)))) {
    failed++;
    console.log(`failed: ${project} did not run to its end`);
  }
  total.failed += failed;
}

const ran = total.passed + total.failed > 0;
process.exitCode = ran && total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
