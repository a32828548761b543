/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Nothing here is resized by Next: its endpoint would be one more reader of foreign pictures.
  images: { unoptimized: true },
  skipTrailingSlashRedirect: true,
  // A page's title comes with the page. Streamed after it, as Next does for browsers, a page drawn anew after a form
  // stands without a title for a moment: screen readers and axe then find none.
  htmlLimitedBots: /.*/,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pglite-prisma-adapter",
    "@prisma/adapter-pg",
    "@prisma/client",
    "pg",
  ],
  experimental: {
    authInterrupts: true,
    // Else every page's code is read before the first one is shown, a third of a start's time.
    preloadEntriesOnStart: false,
    // A build is made once for each version that is served: writing the cache takes a third of it, shrinking what stays
    // on the server a fifth.
    turbopackFileSystemCacheForBuild: false,
    serverMinification: false,
    turbopackSourceMaps: false,
  },
};

export default config;
