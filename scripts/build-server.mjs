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
