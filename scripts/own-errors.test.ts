import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const sources = globSync("{app,components,lib,server,widget,prisma}/**/*.{ts,tsx}").filter(
  (file) => !file.includes("/generated/"),
);
const ownErrors = sources.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/class (\w+Error) extends \w*Error\b/g)].map(
    ([, name = ""]) => name,
  ),
);
/** Made and caught inside one file or one bundle: another copy of the class can't come by. */
const staysInside: Record<string, string[]> = {
  EnvError: ["server/main.ts"],
  StartError: ["server/main.ts", "server/backup/postgres-tools.ts"],
  ReplyError: ["lib/kv/embedded/engine.ts"],
  NotSentError: ["lib/kv/tcp-kv.ts"],
};

it("knows our own error classes", () => {
  expect(ownErrors).toEqual(expect.arrayContaining(["AppError", "ModelError"]));
});

it("tells our errors by name: the server's bundle and Next's each have a class of their own", () => {
  const found = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/instanceof (\w+)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => ownErrors.includes(name) && !staysInside[name]?.includes(file.replaceAll("\\", "/")))
      .map((name) => `${file}: instanceof ${name}`),
  );
  expect(found).toEqual([]);
});
