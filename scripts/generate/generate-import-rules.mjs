import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { floors, nextRooms, outside, topRooms } from "../rooms.mjs";

// npm run rooms: writes biome.rooms.json, the import rules of biome.json, from the table in scripts/rooms.mjs.

const tests = ["!**/*.test.ts", "!**/*.test.tsx"];
const next = [
  "next",
  "next/**",
  "next-auth",
  "next-auth/**",
  "react",
  "react/**",
  "react-dom",
  "react-dom/**",
];
const icons = {
  group: ["lucide-react"],
  message: "icons come from @/components/ui/icons: import the name there, then npm run icons",
};
const rooms = floors.flat();
const isFolder = (room) => room !== "base" && room !== "context";

/** One override of Biome's configuration a room, in the table's order. */
export function importRules() {
  return floors.flatMap((floor, height) => floor.map((room) => ruleOf(room, height)));
}

function filesOf(room) {
  if (room === "base") return ["lib/*.ts", "!lib/context.ts"];
  if (room === "context") return ["lib/context.ts"];
  return [topRooms.includes(room) ? `${room}/**` : `lib/${room}/**`];
}

function ruleOf(room, height) {
  const notBelow = floors.slice(0, height + 1).flat();
  const others = notBelow.filter((other) => other !== room && isFolder(other));
  const top = [...others.filter((other) => topRooms.includes(other)), ...outside];
  if (room !== "app" && room !== "server") top.push("prisma");
  const lib = others.filter((other) => !topRooms.includes(other));
  const above = [`@/{${top}}/**`];
  if (lib.length > 0) above.push(`@/lib/${lib.length > 1 ? `{${lib}}` : lib}/**`);
  if (room !== "context" && notBelow.includes("context")) above.push("@/lib/context");
  const patterns = [
    {
      group: above,
      message: `not below ${room}: the order of rooms stands in scripts/rooms.mjs`,
    },
    {
      group:
        room === "base"
          ? ["../**", "./*/**", "./context"]
          : [`../**/{${[...rooms.filter(isFolder), ...outside, "prisma"]}}/**`, "../**/context"],
      message: "Across rooms, import from @/…",
    },
  ];
  if (!nextRooms.includes(room))
    patterns.push({ group: next, message: `${room} knows neither Next nor React` });
  if (room === "app" || room === "components") patterns.push(icons);
  return {
    includes: [...filesOf(room), ...tests],
    linter: { rules: { style: { noRestrictedImports: { level: "error", options: { patterns } } } } },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = path.resolve(import.meta.dirname, "../../biome.rooms.json");
  await writeFile(file, `${JSON.stringify({ overrides: importRules() }, null, 2)}\n`);
}
