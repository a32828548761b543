import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

/**
 * Builds widget/main.ts into public/widget.js: one classic script, ES2020.
 * @param {{ root: string, minify?: boolean }} options root: the repository's folder
 * @returns {Promise<{ file: string, bytes: number, gzip: number }>} sizes in bytes
 */
export async function buildWidget({ root, minify = true }) {
  const result = await build({
    entryPoints: [join(root, "widget/main.ts")],
    tsconfig: join(root, "widget/tsconfig.json"),
    bundle: true,
    write: false,
    minify,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    plugins: [cssText(minify)],
    // A byte order mark outranks the encoding of the page: on a Big5 page our words stay Chinese.
    banner: { js: "\ufeff" },
  });
  const script = result.outputFiles[0].contents;
  const file = join(root, "public/widget.js");
  await mkdir(join(root, "public"), { recursive: true });
  await rm(join(root, "public/widget"), { recursive: true, force: true });
  const old = await readFile(file).catch(() => null);
  if (!old?.equals(script)) await writeFile(file, script);
  return { file, bytes: script.length, gzip: gzipSync(script, { level: 9 }).length };
}

/** Imports of .css give the sheet's text. */
function cssText(minify) {
  return {
    name: "css-text",
    setup(setup) {
      setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, "utf8"), {
          loader: "css",
          minify,
          target: ["chrome105", "safari15.4", "firefox110"],
        });
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes, gzip } = await buildWidget({
    root: fileURLToPath(new URL("..", import.meta.url)),
    minify: !process.argv.includes("--no-minify"),
  });
  console.log(`public/widget.js ${bytes} bytes, ${gzip} gzip`);
}
