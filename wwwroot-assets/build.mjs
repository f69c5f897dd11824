import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { withoutUnusedParts } from "./without-unused-parts.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../src/Participatie.Web/wwwroot/assets/", import.meta.url));
const scripts = ["phone", "tablet", "console", "guest", "projector", "minutes", "planning", "pictures", "passkeys", "offline", "service-worker"]
  .map(name => `scripts/${name}.ts`)
  .filter(file => existsSync(here + file));

if (scripts.length > 0) typecheck();
rmSync(out, { recursive: true, force: true });
await bundle();
cpSync(`${here}images`, `${out}images`, { recursive: true, filter: file => !file.endsWith("icons") });

function typecheck() {
  const tsc = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit"], { cwd: here, stdio: "inherit" });
  if (tsc.status !== 0) process.exit(1);
}

function bundle() {
  return build({
    absWorkingDir: here,
    entryPoints: ["styles/site.css", ...scripts],
    entryNames: "[name]",
    outdir: out,
    bundle: true,
    minify: true,
    sourcemap: true, // the same files in every configuration: a build lists them before it makes them
    format: "esm",
    legalComments: "none",
    target: ["es2022", "chrome105", "firefox121", "safari15.4"],
    loader: { ".svg": "dataurl" },
    plugins: [withoutUnusedParts],
    logLevel: "warning",
  });
}
