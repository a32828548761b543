import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** What runs in a process of its own: the server, and what reads files and pictures beside it. */
const programs = {
  server: "server/main.ts",
  reader: "lib/reading/reader-main.ts",
  picture: "lib/reading/picture/picture-main.ts",
};

/**
 * What every bundle of our own server-side code has in common; packages stay outside.
 * @returns {import("esbuild").BuildOptions}
 */
export function serverBundleOptions(root) {
  return {
    absWorkingDir: root,
    entryPoints: programs,
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    sourcemap: "linked",
    logLevel: "warning",
    tsconfig: path.join(root, "tsconfig.json"),
  };
}

/** Bundles each program into dist/. */
export async function buildServer({ root }) {
  const { build } = await import("esbuild");
  await build(serverBundleOptions(root));
}

/**
 * Bundles the widget's handlers into dist/widget-handlers.mjs, for a server that runs in development. The file appears
 * whole:
 * a request may load it at any moment.
 */
export async function buildWidgetHandlers({ root }) {
  const { build } = await import("esbuild");
  const file = path.join(root, "dist/widget-handlers.mjs");
  const { outputFiles } = await build({
    ...serverBundleOptions(root),
    entryPoints: { "widget-handlers": "lib/http/widget/endpoints/widget-handlers.ts" },
    sourcemap: "inline",
    write: false,
  });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, outputFiles[0].contents);
  await rename(`${file}.new`, file);
}

/**
 * Bundles one of the server's programs into a file of its own, which appears whole: another process may start it at
 * any moment.
 * @param {"reader" | "picture"} name
 */
export async function buildProgram(name, { root, outfile = path.join(root, `dist/${name}.mjs`) }) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...serverBundleOptions(root),
    entryPoints: { [name]: programs[name] },
    sourcemap: false,
    write: false,
  });
  await mkdir(path.dirname(outfile), { recursive: true });
  await writeFile(`${outfile}.new`, outputFiles[0].contents);
  await rename(`${outfile}.new`, outfile);
}
