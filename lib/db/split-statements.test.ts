import { expect, it } from "vitest";
import { splitStatements } from "./split-statements";

it("ends a statement at a semicolon, but for those in comments, strings, names and bodies", () => {
  const script = `-- one; two
CREATE TABLE "a;b" (c text DEFAULT 'it''s; so');
CREATE FUNCTION f() RETURNS void AS $$ BEGIN PERFORM 1; PERFORM $cmd$ x; $cmd$; END; $$ LANGUAGE plpgsql;
SELECT $cmd$ a; b $cmd$;

-- nothing; more
`;
  const statements = splitStatements(script);
  expect(statements.map((statement) => statement.split("\n").at(-1)?.slice(0, 15))).toEqual([
    'CREATE TABLE "a',
    "CREATE FUNCTION",
    "SELECT $cmd$ a;",
  ]);
  expect(statements[1]).toMatch(/^CREATE FUNCTION .* LANGUAGE plpgsql$/);
});
