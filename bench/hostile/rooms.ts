import { globSync, readFileSync } from "node:fs";

/** All that runs in the product; what only builds, tests or measures it takes nothing that people outside sent. */
const rooms = ["app", "components", "lib", "server", "site", "widget"];
const isRead = (file: string) => !/\.(?:test|d)\.tsx?$|\/(?:catalog|generated)\//.test(file);

const declared =
  /^export (?:default )?(?:async )?(?:function\*?|const|class) (?<name>\w+)(?=(?<rest>[\s\S]{0,200}))/gm;
/** A form of export that this doesn't read. */
const undeclared = /^export (?!(?:default )?(?:async )?(?:function\*?|const|class) |type |interface )/m;

/**
 * What takes no text by its own form: a function without parameters, a verb whose first is `ctx` or a store (what else
 * it gets, its schema has read, which is an export of its own), a constant that is a literal.
 */
const textless =
  /^(?:<[^(]*>)?\((?:\s*(?:ctx|tx|db|kv|actor)\b|\s*\{[^}]*\b(?:db|kv)\b[^}]*\}: |\))|^(?:: [^=]+)? = [[{"`\d-]/;

/**
 * Every value that a file of these rooms exports and that may take a text, as `file name`, from the root of the
 * project.
 */
export function listExports(): string[] {
  return globSync(rooms.map((room) => `${room}/**/*.{ts,tsx}`))
    .filter(isRead)
    .sort()
    .flatMap((file) => {
      const source = readFileSync(file, "utf8");
      if (undeclared.test(source)) throw new Error(`${file} exports in a form that bench/hostile can't read`);
      return Array.from(source.matchAll(declared), ({ groups: { name = "", rest = "" } = {} }) =>
        textless.test(rest) ? [] : `${file} ${name}`,
      ).flat();
    });
}
