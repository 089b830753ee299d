// Bundles the command line into <folder>/cli.js and <folder>/cli/ and what runs in a worker into one file, and lays the
// text of --help ready. Run it after the compiler: `node scripts/bundle-cli.mjs [folder, dist by default]`.

import { execFileSync } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src");
const target = resolve(process.argv[2] ?? join(root, "dist"));
const chunks = join(target, "cli");
const yargsLocales = join(dirname(createRequire(import.meta.url).resolve("yargs/package.json")), "locales");

/** Packages that go into the bundle: what every command loads. All others load from where they are installed. */
const bundled = ["yargs", "yargs-parser", "yaml", "zod"];
/** What yargs brings, which is bundled with it. */
const belowYargs = /node_modules\/(yargs|cliui|wrap-ansi)\/|\/(yargs|y18n|cliui|escalade|get-caller-file)\//;

/** A package that stays outside; relative paths and what bundled packages import of their own go in. */
function isExternal(id, importer) {
  if (/^[./]/.test(id) || importer === undefined) return false;
  if (id.startsWith("node:")) return true;
  // What the bundler itself adds to our modules, and brings along; it is not among the packages that are installed.
  if (id.startsWith("@oxc-project/runtime/")) return false;
  if (!importer.startsWith(source)) return false;
  return !bundled.includes(id.split("/")[0]);
}

/**
 * Code in a chunk must find its neighbours, such as package.json or a worker, from where the compiler put it: each of
 * our modules sees the address of its own file in the folder, and yargs that of the copy of its texts.
 */
const ownAddress = {
  name: "own-address",
  transform(code, id) {
    if (!code.includes("import.meta.url")) return null;
    const place = id.startsWith(source)
      ? relative(source, id).replace(/\.ts$/, ".js")
      : belowYargs.test(id) && "cli/yargs/lib/platform-shims/esm.mjs";
    if (!place) return null;
    const address = `new URL(${JSON.stringify(`${fromChunk(id)}${place}`)}, import.meta.url).href`;
    return { code: code.replaceAll("import.meta.url", address), map: null };
  },
};

const isEntry = (id) => id === join(source, "start.ts") || id.endsWith("/read-prepared-help.ts");
/** The entry is written beside the folder of the chunks, so it looks from there; nothing else may import what it reads with. */
const fromChunk = (id) => (isEntry(id) ? "./" : "../");

rmSync(chunks, { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: join(source, "start.ts") },
  platform: "node",
  external: isExternal,
  plugins: [ownAddress],
});
await bundle.write({ dir: target, format: "esm", sourcemap: true, minify: true, chunkFileNames: "cli/[name].js" });
await bundle.close();
// Each worker loads this anew, so that one small file counts; the library finds it where the compiler put it.
const worker = await rolldown({
  input: join(source, "workers/job-worker.ts"),
  platform: "node",
  external: isExternal,
});
await worker.write({ file: join(target, "workers/job-worker.js"), format: "esm", sourcemap: true, minify: true });
await worker.close();

for (const locale of ["en", "zh_CN"]) {
  cpSync(join(yargsLocales, `${locale}.json`), join(chunks, "yargs", "locales", `${locale}.json`));
}
// With an option more the command line does not look for a text that lies ready.
for (const width of [80, 100, 120]) {
  for (const language of ["zh", "en"]) {
    const args = [join(target, "cli.js"), "--help", "--lang", language, "--json"];
    const env = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,process.stdout.columns=${width}` };
    const text = execFileSync(process.execPath, args, { encoding: "utf8", env });
    writeFileSync(join(chunks, `help-${language}-${width}.txt`), text);
  }
}
