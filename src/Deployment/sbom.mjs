// What the program is made of, as CycloneDX 1.6, on standard output: the packages of .NET that publishing restored, and
// what npm put into the browser's side.
//   sbom.mjs VERSION
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [version] = process.argv.slice(2);

console.log(JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    component: {
      type: "application",
      "bom-ref": "participatie",
      name: "participatie",
      version,
      licenses: [{ license: { id: "EUPL-1.2" } }],
    },
  },
  components: [...packagesOfDotnet(), ...packagesOfNpm()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
}, null, 2));

function packagesOfDotnet() {
  const lock = JSON.parse(readFileSync(`${root}src/Participatie.Web/packages.lock.json`, "utf8"));
  const restored = JSON.parse(readFileSync(`${root}src/Participatie.Web/obj/project.assets.json`, "utf8"));
  const inProgram = Object.entries(restored.targets)
    .find(([target]) => target.endsWith("/linux-x64"))[1];
  const packages = Object.entries({ ...lock.dependencies["net10.0"], ...lock.dependencies["net10.0/linux-x64"] })
    .filter(([name, { resolved }]) => resolved && holdsSomething(inProgram[`${name}/${resolved}`]))
    .map(([name, { resolved, contentHash }]) => component("nuget", name, resolved, contentHash));
  const runtimes = Object.values(restored.project.frameworks)[0].downloadDependencies
    .filter(({ name }) => name.includes(".App.Runtime."))
    .map(({ name, version: range }) => component("nuget", name, range.match(/[\d.]+/)[0]));
  return [...packages, ...runtimes];
}

/** Analyzers and the like are needed to build, and are no part of the program. */
function holdsSomething(content) {
  return ["runtime", "native", "runtimeTargets"].some((kind) => Object.keys(content?.[kind] ?? {}).some((file) => !file.endsWith("_._")));
}

/** Fonts are among the tools of the build, and do become part of the program. */
function packagesOfNpm() {
  const list = JSON.parse(execFileSync("npm", ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"], { cwd: `${root}wwwroot-assets`, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return list.components
    .filter(({ group, name, scope, properties = [] }) => `${group ?? ""}${name}`.includes("expo-google-fonts") || !(scope === "optional" || properties.some((property) => property.name === "cdx:npm:package:development")))
    .map(({ type, name, group, version: found, purl, hashes, licenses }) => ({ type, "bom-ref": purl, group, name, version: found, purl, hashes, licenses }));
}

function component(kind, name, found, contentHash) {
  const purl = `pkg:${kind}/${name}@${found}`;
  const hashes = contentHash && [{ alg: "SHA-512", content: Buffer.from(contentHash, "base64").toString("hex") }];
  return { type: "library", "bom-ref": purl, name, version: found, purl, hashes };
}
