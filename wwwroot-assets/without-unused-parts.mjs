import { readFile } from "node:fs/promises";
import postcss from "postcss";

/**
 * The component packages style more than any one site uses, and a phone on poor Wi-Fi downloads all of it. Whoever
 * starts to use one of these takes it off the list.
 */
const unused = [
  /utrecht-alert__/,
  /utrecht-breadcrumb-nav(--arrows|__heading|__link--disabled|__separator--html-li)/,
  /utrecht-button--(danger|ready|warning|distanced|focus|hover|active|submit|pressed)/,
  /utrecht-form-field(__description--before|-description--(valid|warning))/,
  /utrecht-form-label--(checked|disabled)/,
  /^--_utrecht-button-(.*-)?pressed-/,
  /^--_utrecht-radio-button-state-(active|focus|hover)-/,
  /utrecht-link--(box-content|forced-colors|html-span|placeholder|telephone|visited|hover|active|focus)/,
  /utrecht-ordered-list--(arabic|center|html-content)/,
  /utrecht-radio-button--(checked|hover|focus|active|disabled|invalid|html-input:(hover|active|focus:|invalid)|html-input\[aria)/,
  /utrecht-select--(disabled|hover|focus|busy|invalid)/,
  /utrecht-table(__footer|__header--(hidden|sticky)|--(busy|fixed|oneline|row-hover|row-focus-within)|__data|__container)/,
  /utrecht-table(-container--overflow-inline|__(header-)?cell--(selected|sticky)|__row--(selected|alternate)|--alternate|__header-cell-button)/,
  /utrecht-textarea(--(disabled|focus|invalid|read-only)|__placeholder)/,
  /utrecht-textbox(--(disabled|focus|invalid|read-only|\w+-ltr|\w+-rtl|[\w-]+-size|numeric|password|url)|__placeholder)/,
  /utrecht-unordered-list(--(center|level-\d|html-content|nested)|__marker)/,
];

/** @type {import("esbuild").Plugin} */
export const withoutUnusedParts = {
  name: "without-unused-parts",
  setup: build => build.onLoad({ filter: /@utrecht.*\.css$/ }, async file => {
    const styles = postcss.parse(await readFile(file.path, "utf8"));
    styles.walkRules(rule => {
      rule.selectors = rule.selectors.filter(selector => !unused.some(part => part.test(selector)));
      if (rule.selector === "") rule.remove();
    });
    styles.walkDecls(/^--_/, declaration => {
      if (unused.some(part => part.test(declaration.prop))) declaration.remove();
    });
    return { contents: styles.toString(), loader: "css" };
  }),
};
