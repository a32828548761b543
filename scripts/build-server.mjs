import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * What every bundle of our own server-side code has in common; packages stay outside.
 * @returns {import("esbuild").BuildOptions}
 */
export function serverBundleOptions(root) {
  return {
    absWorkingDir: root,
    entryPoints: { server: "server/main.ts" },
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

/** Bundles server/main.ts into dist/server.mjs. */
export async function buildServer({ root }) {
  const { build } = await import("esbuild");
  await build(serverBundleOptions(root));
}

/**
 * Bundles the widget's handlers into dist/widget-handlers.mjs, for a server that runs in development. The file appears whole:
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
