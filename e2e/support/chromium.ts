import { findSystemChromium } from "@/scripts/system-chromium.mjs";

/** The system's Chromium when there is one, else Playwright's own; quiet, and without a sandbox only as root. */
export const chromiumLaunch = {
  executablePath: findSystemChromium(),
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
