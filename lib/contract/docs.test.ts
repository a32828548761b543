import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ConfigField, configFields } from "./config-fields";
import { feedbackRequest } from "./feedback";
import { messageRequest, messageResponse } from "./message";
import { requestLimits } from "./request-fields";

const docs = readFileSync("docs/widget.md", "utf8");

describe("docs/widget.md", () => {
  it("has every field of the config, with its choices and limits", () => {
    const rows = rowsOf("GET /api/widget/config");
    expect([...rows.keys()]).toEqual([...Object.values(configFields).map(({ wire }) => wire), "hours"]);
    for (const field of Object.values<ConfigField>(configFields)) {
      const type = rows.get(field.wire)?.type ?? "";
      const choices = "choices" in field ? field.choices.map((choice) => JSON.stringify(choice)) : [];
      if (field.kind === "choice") expect(quoted(type), field.wire).toEqual(choices);
      if (field.kind === "days") expect(numbers(type), field.wire).toEqual(choices);
      if (field.kind === "switch") expect(type).toBe("boolean");
      if (field.kind === "line" || field.kind === "text")
        expect(numbers(type), field.wire).toEqual(["1", String(field.max)]);
      if (field.kind === "image") expect(numbers(type), field.wire).toEqual([String(field.max)]);
      if (field.kind === "pixels")
        expect(numbers(type), field.wire).toEqual([...field.counts, 0, field.max].map(String));
      if (field.kind === "lines")
        expect(numbers(type), field.wire).toEqual([String(field.count), "1", String(field.max)]);
    }
  });

  it.each([
    ["POST /api/widget/message", messageRequest],
    ["POST /api/widget/feedback", feedbackRequest],
  ])("has every field of %s, and says which are optional", (heading, schema) => {
    const rows = rowsOf(heading);
    expect([...rows.keys()]).toEqual(Object.keys(schema.shape));
    for (const [name, field] of Object.entries<z.ZodType>(schema.shape)) {
      const { type = "", text = "" } = rows.get(name) ?? {};
      expect(/, optional$/.test(type), name).toBe(field.safeParse(undefined).success);
      const plain = field instanceof z.ZodOptional ? field.unwrap() : field;
      if (plain instanceof z.ZodEnum)
        expect(quoted(type), name).toEqual(plain.options.map((one) => `"${one}"`));
      if (plain instanceof z.ZodBoolean) expect(type).toMatch(/^boolean/);
      if (plain instanceof z.ZodString) expect(type).toMatch(/^string/);
      if (plain instanceof z.ZodArray) expect(type).toMatch(/^array/);
      if (name === "message") expect(numbers(text)).toContain(String(requestLimits.message));
      if (name === "history") expect(numbers(text)).toContain(String(requestLimits.historyTurns));
      if (name === "reason") expect(numbers(text)).toContain(String(requestLimits.feedbackReason));
      if (name === "visitor") expect(numbers(text).map(Number)).toEqual(Object.values(requestLimits.visitor));
    }
  });

  it("has every field of an answer", () => {
    const [answer] = messageResponse.options;
    expect([...rowsOf("POST /api/widget/message", 1).keys()]).toEqual(Object.keys(answer.shape));
  });
});

type Row = { type: string; text: string };

/** The rows of a table of fields below a heading, by the field's name. */
function rowsOf(heading: string, table = 0): Map<string, Row> {
  const [, section = ""] = docs.split(`### ${heading}\n`);
  const [own = ""] = section.split(/^#{2,3} /m);
  const tables = own.split(/^\| field .*\n\|[ |-]*\n/m).slice(1);
  const lines = (tables[table] ?? "").split("\n");
  const last = lines.findIndex((line) => !line.startsWith("|"));
  const rows = lines.slice(0, last).map((line): [string, Row] => {
    const [, name = "", type = "", text = ""] = line.split("|").map((cell) => cell.trim());
    return [name.replaceAll("`", ""), { type, text }];
  });
  return new Map(rows);
}

function quoted(text: string): string[] {
  return text.match(/"[^"]*"/g) ?? [];
}

function numbers(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}
