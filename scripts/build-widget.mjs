import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

const ENTRIES = [
  // A byte order mark outranks the encoding of the page: on a Big5 page our words stay Chinese.
  { file: "widget.js", entry: "widget/main.ts", format: "iife", banner: { js: "\ufeff" } },
  { file: "widget/more.js", entry: "widget/more.ts", format: "esm" },
];

/**
 * Builds public/widget.js, a classic script with all that a chat needs to start, and the modules it loads later as
 * public/widget/*.js; ES2020. A file whose content stays the same is not touched.
 * @param {{ root: string, minify?: boolean }} options root: the repository's folder
 * @returns {Promise<{ files: { file: string, bytes: number, gzip: number }[] }>} file below public/, sizes in bytes
 */
export async function buildWidget({ root, minify = true }) {
  const files = await Promise.all(
    ENTRIES.map(async ({ file, ...entry }) => {
      const script = await bundle(root, entry, minify);
      const path = join(root, "public", file);
      const old = await readFile(path).catch(() => null);
      if (!old?.equals(script)) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, script);
      }
      return { file, bytes: script.length, gzip: gzipSync(script, { level: 9 }).length };
    }),
  );
  return { files };
}

async function bundle(root, { entry, ...output }, minify) {
  const result = await build({
    ...output,
    entryPoints: [join(root, entry)],
    tsconfig: join(root, "widget/tsconfig.json"),
    bundle: true,
    write: false,
    minify,
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    plugins: [cssText(minify)],
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** An imported .css gives the sheet's text. */
function cssText(minify) {
  return {
    name: "css-text",
    setup(setup) {
      setup.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, "utf8"), {
          loader: "css",
          minify,
          charset: "utf8",
          target: ["chrome105", "safari15.4", "firefox110"],
        });
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files } = await buildWidget({
    root: fileURLToPath(new URL("..", import.meta.url)),
    minify: !process.argv.includes("--no-minify"),
  });
  for (const { file, bytes, gzip } of files) console.log(`public/${file} ${bytes} bytes, ${gzip} gzip`);
}
