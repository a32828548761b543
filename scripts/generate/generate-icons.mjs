import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, requireNode, root, run } from "../setup.mjs";

// npm run icons: writes components/ui/icons.tsx with every icon that the screens import from it. The drawings are those
// of lucide-react, which only this script needs: its 10,000 files would be a large part of an installation.

const module = "@/components/ui/icons";

/** The names that `app/` and `components/` import, sorted. */
export async function findUsedIcons() {
  const files = globSync("{app,components}/**/*.{ts,tsx}", { cwd: root });
  const names = new Set();
  for (const file of files) {
    const text = await readFile(path.join(root, file), "utf8");
    for (const [, list = ""] of text.matchAll(/import \{([^}]+)\} from "@\/components\/ui\/icons";/g))
      for (const name of list.split(",")) if (name.trim()) names.add(name.trim());
  }
  return [...names].sort();
}

/** The file's text. Throws when lucide-react has no icon of a name. */
export async function writeIcons(names) {
  const index = await readFile(
    path.join(root, "node_modules/lucide-react/dist/esm/lucide-react.mjs"),
    "utf8",
  );
  const icons = [];
  for (const name of names) {
    const line = index.split("\n").find((candidate) => new RegExp(`default as ${name}[, ]`).test(candidate));
    const file = /from '\.\/(icons\/[\w-]+\.mjs)'/.exec(line ?? "")?.[1];
    if (!file) throw new Error(`lucide-react has no icon ${name}`);
    const { __iconData: icon } = await import(
      new URL(`node_modules/lucide-react/dist/esm/${file}`, `file://${root}/`).href
    );
    const shapes = joinPaths(icon.node).map(([tag, { key, ...attributes }]) => toElement(tag, attributes));
    icons.push(
      `export const ${name} = (props: IconProps) => drawIcon(props, ${shapes.length > 1 ? `<>${shapes.join("")}</>` : shapes[0]});`,
    );
  }
  return `${head}${icons.join("\n\n")}\n`;
}

/** Lines and circles that are all drawn alike are one path: a file that people look into stays short. */
function joinPaths(node) {
  const plain = { path: "d", circle: "cx,cy,r" };
  const isPlain = ([tag, { key, ...attributes }]) => Object.keys(attributes).sort().join() === plain[tag];
  const lines = node
    .filter(isPlain)
    .map(([tag, shape]) => (tag === "circle" ? circleAsPath(shape) : fromItsOwnPlace(shape.d)));
  const others = node.filter((shape) => !isPlain(shape));
  return lines.length > 0 ? [...others, ["path", { d: lines.join("") }]] : others;
}

/** Two halves, from its rightmost point and back. */
function circleAsPath({ cx, cy, r }) {
  const half = `a${r} ${r} 0 0 1 `;
  return `M${Number(cx) + Number(r)} ${cy}${half}${-2 * r} 0${half}${2 * r} 0`;
}

/** A path may begin with `m`, which is a place of the picture only as long as nothing stands before it. */
function fromItsOwnPlace(d) {
  const number = String.raw`-?(?:\d+\.?\d*|\.\d+)`;
  return d.replace(
    new RegExp(`^m\\s*(${number})[\\s,]*(${number})\\s*(?=(.)?)`),
    (_, x, y, next = "") => `M${x} ${y}${/[-.\d]/.test(next) ? "l" : ""}`,
  );
}

function toElement(tag, attributes) {
  return `<${tag} ${Object.entries(attributes)
    .map(([name, value]) => `${name}=${JSON.stringify(String(value))}`)
    .join(" ")} />`;
}

const head = `// Written by \`npm run icons\` from the imports of the screens: don't edit.
//
// The drawings are Lucide's, some of them Feather's.
// Copyright (c) 2026 Lucide Icons and Contributors (ISC); copyright (c) 2013-present Cole Bemis (Feather, MIT).
// Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
// granted, provided that the above copyright notice and this permission notice appear in all copies. The software is
// provided "as is" and the author disclaims all warranties with regard to this software including all implied
// warranties of merchantability and fitness. In no event shall the author be liable for any special, direct, indirect,
// or consequential damages or any damages whatsoever resulting from loss of use, data or profits, whether in an action
// of contract, negligence or other tortious action, arising out of or in connection with the use or performance of
// this software.

import { drawIcon, type IconProps } from "./draw-icon";

`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled({ isDev: true });
  const names = await findUsedIcons();
  const file = path.join(root, "components/ui/icons.tsx");
  await writeFile(file, await writeIcons(names));
  await run(requireNode(), ["node_modules/@biomejs/biome/bin/biome", "check", "--write", file], {
    isQuiet: true,
    hint: "The icons' file can't be formatted.",
  });
  console.log(`${names.length} icons in components/ui/icons.tsx, from the imports of ${module}`);
}
