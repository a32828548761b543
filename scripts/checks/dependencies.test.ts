import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { expect, it } from "vitest";
import packages from "@/package.json";

const testParts = /\.test\.tsx?$|\.d\.m?ts$/;

/** What builds, serves and keeps an installation; the other scripts are for working on it. */
const places = [
  ...["app", "components", "lib", "prisma", "server", "site", "widget"].map(
    (room) => `${room}/**/*.{ts,tsx,mjs}`,
  ),
  ...["next", "postcss"].map((tool) => `${tool}.config.mjs`),
  ...[
    ...["build", "dev-tool", "generate-client", "run-ts", "setup", "stamp", "start", "stop-when-orphaned"],
    "build/*",
    ...["backup", "check-conversations", "jobs", "knowledge-read", "restore", "secret-rotate", "user-*"].map(
      (name) => `commands/${name}`,
    ),
  ].map((name) => `scripts/${name}.{mjs,ts}`),
];

const isRead = (file: string) =>
  !testParts.test(file) && !file.startsWith(path.normalize("lib/db/generated"));
const found = places.map((place) => ({ place, files: globSync(place).filter(isRead) }));
const files = found.flatMap((one) => one.files);

it("every place named here holds files", () => {
  expect(found.filter((one) => one.files.length === 0)).toEqual([]);
});

it("what builds and serves imports only packages that npm start installs", () => {
  const imports = files.flatMap((file) =>
    packagesOf(readFileSync(file, "utf8")).map((name) => ({ name, file })),
  );
  expect(imports.map(({ name }) => name)).toContain("next");
  // Of some, only types are there.
  const isThere = (name: string) =>
    name in packages.dependencies || `@types/${name}` in packages.dependencies;
  expect(imports.filter(({ name }) => !isThere(name))).toEqual([]);
});

it("the lock records no address that packages come from", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved": "http');
});

/** Names of the packages that a module's text imports or requires. */
function packagesOf(text: string): string[] {
  const specifiers = [
    ...text.matchAll(/(?:^|[^\w.])(?:from|import|import\(|require\()\s*"([^".\n][^"\n]*)"/gm),
  ];
  return specifiers
    .map(([, specifier = ""]) => specifier)
    .filter(
      (specifier) => /^(@?[a-z])/.test(specifier) && !isBuiltin(specifier) && !specifier.startsWith("data:"),
    )
    .map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}
