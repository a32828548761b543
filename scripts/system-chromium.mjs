import { existsSync } from "node:fs";

const shell = "/usr/bin/chromium-headless-shell";
const whole = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The Chromium that the system brought, if any. The tests take its headless shell first, which opens a page in a third
 * of the time; what measures takes the whole browser, as visitors have it.
 */
export function findSystemChromium({ isWhole = false } = {}) {
  return (isWhole ? [...whole, shell] : [shell, ...whole]).find((file) => existsSync(file));
}
