import { z } from "zod";
import { lineInput } from "@/lib/language/text-input";
import { columnMapping } from "@/lib/reading/office/sheet-columns";
import { textEncodings } from "@/lib/reading/text-encodings";
import { sourceLimits } from "./source-limits";

export const addSourceInput = z.strictObject({
  botId: z.string("required"),
  /** What the file is called where it comes from; a path before it goes. */
  name: z
    .string("required")
    .transform((name) => name.slice(-1_000).split(/[/\\]/).at(-1) ?? "")
    .pipe(lineInput(sourceLimits.name)),
  /** A published file of the bot of which this is the new state. */
  replaces: z.string().optional(),
});
export type AddSourceInput = z.output<typeof addSourceInput>;

export const sourceIdInput = z.strictObject({
  botId: z.string("required"),
  sourceId: z.string("required"),
});
export type SourceIdInput = z.output<typeof sourceIdInput>;

export const readAgainInput = sourceIdInput.extend({
  /** Of a text whose characters came out wrong. */
  encoding: z.enum(["", ...textEncodings], "invalid").optional(),
  /** Of a sheet what its columns hold, `{"Ask": "question"}`; `{}` for a table, `""` for what it looks like. */
  columns: z
    .string()
    .max(20_000)
    .transform((text, ctx) => {
      if (text === "") return null;
      const parsed = columnMapping.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      ctx.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    })
    .optional(),
});
export type ReadAgainInput = z.output<typeof readAgainInput>;

/** One part of what was read. */
export const partInput = sourceIdInput.extend({
  ordinal: z.coerce.number("invalid").int("invalid").min(0, "invalid").max(1_000_000, "invalid"),
});
export type PartInput = z.output<typeof partInput>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
