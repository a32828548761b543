import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify as terse } from "terser";

/** The languages of a conversation's words. */
const LOCALES = ["zh-TW", "zh-CN", "en", "ja"];

/**
 * Builds public/widget.js, a classic script with launcher and panel, and the modules that it loads later as
 * public/widget/<name>-<hash>.js; ES2021. A name carries ten hex digits of its content's SHA-256, so such a file never
 * changes. A file whose content stays the same is not touched; those of earlier builds are removed.
 * @param {{ root: string, minify?: boolean }} options root: the repository's folder
 * @returns {Promise<{ files: { file: string, bytes: number, gzip: number }[] }>} file below public/, sizes in bytes
 */
export async function buildWidget({ root, minify = true }) {
  const scripts = new Map();
  const add = (name, script) => {
    const hash = createHash("sha256").update(script).digest("hex").slice(0, 10);
    const file = `${name}-${hash}.js`;
    scripts.set(`widget/${file}`, script);
    return file;
  };
  const addModule = async (name, define = {}) => {
    const shared = await takeShared(root, name);
    const entry = `${name}/${name}.ts`;
    return add(name, await bundle(root, { entry, format: "esm", define }, { minify, shared }));
  };

  const { names, files: wordFiles } = await addWords(root, add);
  const wordNames = names.map((name) => (minify && shortNames[name]) || name).join(" ");
  const talk = await addModule("talk", { WORD_NAMES: JSON.stringify(wordNames) });
  const main = await bundle(
    root,
    {
      entry: "main.ts",
      format: "iife",
      define: {
        TALK_FILE: JSON.stringify(talk),
        WORD_FILES: JSON.stringify(wordFiles),
      },
    },
    { minify },
  );
  // Last: what it names is there by then.
  // A byte order mark outranks the encoding of the page: on a Big5 page our words stay Chinese.
  scripts.set("widget.js", Buffer.concat([Buffer.from("\ufeff"), main]));

  for (const [file, script] of scripts) await writeIfNew(join(root, "public", file), script);
  for (const old of await readdir(join(root, "public/widget"))) {
    if (!scripts.has(`widget/${old}`)) await rm(join(root, "public/widget", old));
  }
  const sizes = [...scripts].map(([file, script]) => ({
    file,
    bytes: script.length,
    gzip: gzipSync(script, { level: 9 }).length,
  }));
  return { files: sizes.reverse() };
}

async function writeIfNew(path, script) {
  const old = await readFile(path).catch(() => null);
  if (old?.equals(script)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, script);
}

/**
 * A file a language: its words in the order of zh-TW's, a line each. Gives the words' names, and the files' by
 * language.
 */
async function addWords(root, add) {
  const read = async (locale) => {
    const { code } = await transform(await readFile(join(root, `widget/words/${locale}.ts`)), {
      loader: "ts",
    });
    const { talkWords } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    return talkWords;
  };
  const names = Object.keys(await read("zh-tw"));
  const files = {};
  for (const locale of LOCALES) {
    const words = await read(locale.toLowerCase());
    const lines = names.map((name) => words[name]);
    files[locale] = add(locale, Buffer.from(`export default${templateOf(lines)}`));
  }
  return { names, files };
}

/** The lines as one template, which takes their ends as they are. */
function templateOf(lines) {
  return `\`${lines.join("\n").replace(/[\\`$]/g, "\\$&")}\``;
}

/** Properties that only our own code names, never by a text: as good with a letter or two. The most used come first. */
const ownProperties = [
  ...["render", "store", "words", "said", "node", "frame", "launcher", "resume", "root", "log"],
  ...["element", "why", "update", "menu", "shadow", "over", "api", "announce", "leave", "typist"],
  ...["undo", "copy", "wantPerson", "addSheet", "emit", "indent", "lines", "refresh", "retry"],
  ...["typing", "sound", "restart", "saveDraft", "accent", "written", "answer", "tag", "offline"],
  ...["copyFailed", "thanks", "about", "heard", "items", "partial", "primary", "visit", "today"],
  ...["copied", "reasons", "awaiting", "withPerson", "post", "day", "you", "addTool", "getLocale"],
  ...["attach", "dress", "onPrimary", "peek", "opens", "load", "getVisitor", "isBare", "askedId"],
  ...["begin", "expire", "onKey", "warm", "chat", "saveTyped", "getConfig", "pictures"],
  ...["sendPicture", "bytes", "canvas", "write"],
];
const letters = [..."etnrsiolcadupmhfgbvkwjqyxzETNRSIOLCADUPMHFGBVKWJQYXZ"];
const shortNames = Object.fromEntries(
  ownProperties.map((name, at) => [name, letters[at] ?? `${letters[at - letters.length]}e`]),
);

async function bundle(root, { entry, ...output }, { minify, shared }) {
  const result = await build({
    ...output,
    entryPoints: [join(root, "widget", entry)],
    tsconfig: join(root, "widget/tsconfig.json"),
    bundle: true,
    write: false,
    minify,
    target: "es2021",
    charset: "utf8",
    legalComments: "none",
    ...(minify && {
      mangleProps: new RegExp(`^(?:${ownProperties.join("|")})$`),
      mangleCache: shortNames,
    }),
    logLevel: "warning",
    plugins: [cssText(minify), ...(shared ? [shared] : [])],
  });
  return minify
    ? shrink(result.outputFiles[0].text, output.format)
    : Buffer.from(result.outputFiles[0].contents);
}

/** Terser finds some per cent that esbuild leaves; names of our style sheets' variables are as good with one letter. */
async function shrink(script, format) {
  const variables = [
    "--paper",
    "--surface",
    "--line",
    "--ink",
    "--soft",
    "--bad",
    "--primary",
    "--on-primary",
    "--accent",
  ];
  const { code } = await terse(
    // Nothing in it depends on being strict; what loads later is all the same.
    script
      .replace('"use strict";', "")
      .replace(/--[a-z]+(?:-[a-z]+)?(?=[:)])/g, (name) =>
        variables.includes(name) ? `--${variables.indexOf(name)}` : name,
      ),
    {
      module: format === "esm",
      ecma: 2021,
      compress: {
        passes: 5,
        sequences: false,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_comps: true,
        unsafe_methods: true,
        pure_getters: true,
      },
      format: { comments: false },
    },
  );
  return Buffer.from(code);
}

/** What widget/shared.ts shares, a later file takes from where the first file left it instead of carrying it again. */
async function takeShared(root, folder) {
  const read = (file) => readFile(join(root, "widget", file), "utf8");
  const source = await read("shared.ts");
  const files = await readdir(join(root, "widget", folder));
  const takers = (await Promise.all(files.map((file) => read(`${folder}/${file}`)))).join("\n");
  // It takes those by their places that it names.
  const names = [...source.matchAll(/\.\.\.\[(.+)\]/g)]
    .flatMap(([, list]) => list.split(", "))
    .map((name) => (new RegExp(`\\b${name}\\b`).test(takers) ? name : ""))
    .join(",")
    .replace(/,+$/, "");
  const modules = [...source.matchAll(/from "(\.\/[\w/-]+)"/g)].map(([, module]) =>
    join(root, "widget", module),
  );
  return {
    name: "shared",
    setup(setup) {
      setup.onResolve({ filter: /^\.\.?\// }, ({ resolveDir, path }) =>
        modules.includes(join(resolveDir, path)) ? { path: "shared", namespace: "shared" } : undefined,
      );
      setup.onLoad({ filter: /./, namespace: "shared" }, () => ({
        contents: `export const [${names}] = globalThis[Symbol.for("dawen")];`,
      }));
    },
  };
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
        // Blanks before a variable's value are no part of it.
        const text = minify ? code.trim().replace(/(--[\w-]+): /g, "$1:") : code.trim();
        return { contents: text, loader: "text" };
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files } = await buildWidget({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    minify: !process.argv.includes("--no-minify"),
  });
  for (const { file, bytes, gzip } of files) console.log(`public/${file} ${bytes} bytes, ${gzip} gzip`);
}
