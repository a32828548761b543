/** What this process tells the one that started it, when that listens. */
export type Progress = { state: "listening" } | { state: "ready"; baseUrl: string; port: number };

export function report(progress: Progress): void {
  process.send?.(progress);
}

/**
 * Resolves when the parent says that the pages are built: `npm start` builds them while this process opens its stores.
 */
export function waitForBuild(): Promise<void> {
  if (!process.argv.includes("--wait-for-build")) return Promise.resolve();
  return new Promise((resolve) => {
    process.on("message", (message) => {
      if (message === "built") resolve();
    });
  });
}
