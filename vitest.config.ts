import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{app,components,lib,scripts,server,widget,bench,prisma}/**/*.test.{ts,tsx}"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    unstubGlobals: true,
    // Vite sets BASE_URL to "/", which is none of ours; no test asks a real model.
    env: { BASE_URL: "", OPENAI_API_KEY: "" },
    // Its default export throws on any look at it while KV_REST_API_URL is unset, and Vitest looks at externals' defaults.
    server: { deps: { inline: ["@vercel/kv"] } },
  },
});
