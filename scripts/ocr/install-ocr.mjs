import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, run } from "../setup.mjs";

const from = path.join(root, "scripts/ocr");

/**
 * Installs what reads scanned pages (tesseract.js, with its own shapes of Traditional Chinese letters, 78 MB) into a
 * folder, apart from all other packages, unless it is there. Throws SetupError.
 */
export async function installOcr(folder) {
  const lock = readFileSync(path.join(from, "package-lock.json"), "utf8");
  const installed = path.join(folder, "installed-lock.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    cpSync(path.join(from, file), path.join(folder, file));
  await run("npm", ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"], {
    hint: "Installing what reads scans failed: see above. npm run ocr:add may be run again.",
  });
  writeFileSync(installed, lock);
}
