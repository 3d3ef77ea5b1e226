// Bundles the program in the folder ROOT for browsers and for node, with every bundler in BUNDLERS (a folder with node_modules):
// node bundle.mjs. Each bundle is a folder ROOT/dist/NAME, with a page or a file node.mjs.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const root = process.env.ROOT;
const require = createRequire(`${process.env.BUNDLERS}/`);
const bundler = async (name) => {
  const module = await import(pathToFileURL(require.resolve(name)));
  return module.default ?? module;
};

// Says what the program wrote: to the page's title, or to node's console.
writeFileSync(`${root}/app.mjs`, `
  import { run } from "./program.mjs";
  let text = "";
  const write = (_, bytes) => { text += new TextDecoder().decode(bytes); };
  run({ write }).then((status) => status + ": " + text.split(/\\r?\\n/)[0], (e) => "failed: " + e).then((all) => {
    if (globalThis.document) document.title = all;
    else console.log(all);
  });
`);
const page = '<!doctype html><title>?</title><script type="module" src="./app.mjs"></script>';
writeFileSync(`${root}/index.html`, page);
const entry = `${root}/app.mjs`;
const target = (name) => {
  mkdirSync(`${root}/dist/${name}`, { recursive: true });
  return `${root}/dist/${name}`;
};
const checked = (name, problems) => {
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
};

const esbuild = await bundler("esbuild");
const { rollup } = await bundler("rollup");
const webpack = await bundler("webpack");
const vite = await bundler("vite");

for (const [platform, file] of [["browser", "app.mjs"], ["node", "node.mjs"]]) {
  // These two leave \`new URL(…, import.meta.url)\` as it is: the module is copied beside the bundle.
  for (const name of ["esbuild", "rollup"]) {
    const outfile = `${target(name)}/${file}`;
    if (name === "esbuild") {
      const made = await esbuild.build({ entryPoints: [entry], bundle: true, format: "esm", platform, outfile, logLevel: "silent" });
      checked(name, made.warnings);
    } else {
      const warnings = [];
      const made = await rollup({ input: entry, onwarn: (w) => warnings.push(w) });
      await made.write({ file: outfile, format: "es" });
      checked(name, warnings);
    }
    copyFileSync(`${root}/program.wasm`, `${target(name)}/program.wasm`);
    writeFileSync(`${target(name)}/index.html`, page);
  }
  const stats = await new Promise((resolve, reject) => {
    webpack(
      {
        mode: "production",
        performance: { hints: false },
        entry,
        target: platform === "node" ? "node" : "web",
        output: { path: target("webpack"), filename: file, module: true },
        experiments: { outputModule: true },
      },
      (error, all) => (error ? reject(error) : resolve(all)),
    );
  });
  checked("webpack", [...stats.toJson().errors, ...stats.toJson().warnings]);
  writeFileSync(`${target("webpack")}/index.html`, page);
}
const warnings = [];
const note = (message) => warnings.push(message);
await vite.build({
  root,
  base: "./",
  configFile: false,
  build: {
    outDir: target("vite"),
    emptyOutDir: true,
    target: "esnext",
    assetsDir: "",
    rollupOptions: { output: { entryFileNames: "[name].mjs" } },
  },
  customLogger: { ...vite.createLogger("silent"), warn: note, warnOnce: note, error: note },
});
checked("vite", warnings);

// What the loader declares is what a strict program may do with it.
writeFileSync(`${root}/app.mts`, `
  import { Deadlock, load, LumenError, run } from "./program.mjs";
  const status: number = await run({
    module: await load(new URL("http://example.com/program.wasm")),
    args: ["a"],
    write: (stream, bytes) => console.log(stream, new TextDecoder().decode(bytes)),
    read: async (size) => (size > 0 ? new Uint8Array(size) : "text"),
    signal: AbortSignal.timeout(1000),
  });
  await run().catch((e: unknown) => (e instanceof Deadlock ? e.status : e instanceof LumenError ? e.name : status));
`);
const tsc = [require.resolve("typescript/lib/tsc.js"), "--noEmit", "--strict", "--target", "esnext", "--module", "nodenext"];
execFileSync(process.execPath, [...tsc, `${root}/app.mts`], { stdio: "inherit" });
