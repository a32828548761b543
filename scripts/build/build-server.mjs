import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * What every bundle of our own server-side code has in common; packages stay outside.
 * @returns {import("esbuild").BuildOptions}
 */
export function serverBundleOptions(root) {
  return {
    absWorkingDir: root,
    entryPoints: { server: "server/main.ts", reader: "lib/reading/reader-main.ts" },
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

/** Bundles server/main.ts into dist/server.mjs, and the process that reads files into dist/reader.mjs. */
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
 * Bundles the process that reads files into a file of its own, which appears whole: another process may start it at any
 * moment.
 */
export async function buildReader({ root, outfile = path.join(root, "dist/reader.mjs") }) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...serverBundleOptions(root),
    entryPoints: { reader: "lib/reading/reader-main.ts" },
    sourcemap: false,
    write: false,
  });
  await mkdir(path.dirname(outfile), { recursive: true });
  await writeFile(`${outfile}.new`, outputFiles[0].contents);
  await rename(`${outfile}.new`, outfile);
}
