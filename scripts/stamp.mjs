import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

// node_modules holds the stamps: a new install begins with none, and everything is made anew.
const folder = path.join("node_modules", ".cache", "dawen");

/**
 * Remembers that the outputs were made from these inputs. `isFresh` holds only when a `finish` came after the last
 * `begin` and neither inputs nor outputs changed since, so that half-finished work never counts.
 * @param {string} root
 * @param {string} name
 * @param {{ inputs: string[], outputs: string[], ignore?: string[] }} files folders and files, relative to the root
 */
export function createStamp(root, name, { inputs, outputs, ignore = [] }) {
  const file = path.join(root, folder, `${name}.stamp`);
  const fingerprint = () => {
    const hash = createHash("sha256").update(`${process.platform}-${process.arch}\0`);
    for (const entry of [...inputs, ...outputs]) addToHash(hash, root, entry, ignore);
    return hash.digest("hex");
  };
  return {
    isFresh: () =>
      existsSync(file) &&
      outputs.every((output) => existsSync(path.join(root, output))) &&
      readFileSync(file, "utf8") === fingerprint(),
    begin: () => rmSync(file, { force: true }),
    finish: () => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, fingerprint());
    },
  };
}

function addToHash(hash, root, entry, ignore) {
  if (ignore.includes(entry)) return;
  const file = path.join(root, entry);
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(hash, root, `${entry}/${name}`, ignore);
    return;
  }
  hash.update(`${entry}\0`).update(createHash("sha256").update(readFileSync(file)).digest());
}
