import path from "node:path";
import { fileURLToPath } from "node:url";

/** Bundles site/main.ts into public/site.js, the one script of the public site's pages. */
export async function buildSite({ root }) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: { site: "site/main.ts" },
    outdir: "public",
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    tsconfig: path.join(root, "tsconfig.json"),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildSite({ root: fileURLToPath(new URL("../..", import.meta.url)) });
