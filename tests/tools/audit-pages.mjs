// Audits pages with Lighthouse, one after another in one browser. Standard input has the path of a Chromium, the lowest score
// for performance and the pages as JSON; writes each page's scores, and what cost points, as JSON.
import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const tries = 3; // a machine is noisy: the median says what a first bad measurement does not
const isCostly = (id, { score }) => score !== null && score < (id === "performance" ? 0.9 : 1);

const { chromium, lowest, pages } = JSON.parse(await text(process.stdin));
const browser = await launch({ chromePath: chromium, chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"], logLevel: "silent" });
try {
  const reports = [];
  for (const page of pages) reports.push(await report(page));
  process.stdout.write(JSON.stringify(reports));
} finally {
  browser.kill();
}

async function report({ address, without }) {
  const { categories, audits, runtimeError } = await audit(address, ["performance", "accessibility", "best-practices", "seo"], without);
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`);
  const [performance, ...others] = Object.values(categories).map(({ score }) => Math.round(score * 100));
  const costs = Object.values(categories).flatMap(({ id, auditRefs }) => auditRefs
    .filter((ref) => ref.weight > 0 && isCostly(id, audits[ref.id]))
    .map((ref) => `${ref.id}: ${audits[ref.id].title} ${audits[ref.id].displayValue ?? ""} ${JSON.stringify(audits[ref.id].details?.items ?? [])}`));
  return { address, performance: await medianFrom(performance, address), accessibility: others[0], bestPractices: others[1], seo: others[2], costs };
}

async function medianFrom(first, address) {
  const scores = [first];
  while (scores[0] < lowest && scores.length < tries) {
    const { categories } = await audit(address, ["performance"], []);
    scores.push(Math.round(categories.performance.score * 100));
  }
  return scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)];
}

async function audit(address, onlyCategories, without) {
  const skipAudits = ["bf-cache", ...without]; // it counts for nothing, and loads the page once more
  const { lhr } = await lighthouse(address, { port: browser.port, logLevel: "silent", onlyCategories, skipAudits, disableFullPageScreenshot: true });
  return lhr;
}
