import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium that the system brought, if any. */
export function findSystemChromium() {
  return places.find((file) => existsSync(file));
}
