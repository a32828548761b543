import { z } from "zod";
import { readLines } from "@/lib/forms/read-lines";
import { partInput, sourceIdInput } from "@/lib/knowledge/sources/source-input";
import { longestAddress, pathOf, toAddress } from "./page-address";
import { siteBounds, siteLanguages } from "./site-settings";

const longestPatterns = siteBounds.patterns * (siteBounds.pattern + 2);

/** Paths, one a line, with `*` for anything; an address stands for its path. */
const patternsInput = z
  .string()
  .max(longestPatterns, "invalid")
  .default("")
  .transform((text) => readLines(text).map(toPattern))
  .refine(
    (all) => all.length <= siteBounds.patterns && all.every((one) => one.length <= siteBounds.pattern),
    {
      error: "invalid",
    },
  );

function toPattern(line: string): string {
  const path = /^https?:\/\//i.test(line) && URL.canParse(line) ? pathOf(line) : line;
  return path.startsWith("/") || path.startsWith("*") ? path : `/${path}`;
}

export const addAddressInput = z.strictObject({
  botId: z.string("required"),
  /** Of a page, or of a site's first page or sitemap; `https://` where it says nothing else. */
  address: z
    .string("required")
    .max(longestAddress + 1_000, "invalid_url")
    .refine((typed) => typed.trim() !== "", { error: "required", abort: true })
    .transform((typed, context) => {
      const address = toAddress(typed);
      if (address !== null) return address;
      context.addIssue({ code: "custom", message: "invalid_url" });
      return z.NEVER;
    }),
  origin: z.enum(["page", "site"], "invalid_choice"),
  by: z.enum(["sitemap", "links"], "invalid_choice").default("sitemap"),
  depth: z.coerce
    .number("invalid")
    .int("invalid")
    .min(1, "invalid")
    .max(siteBounds.depth, "invalid")
    .default(3),
  most: z.coerce
    .number("invalid")
    .int("invalid")
    .min(1, "invalid")
    .max(siteBounds.pages, "invalid")
    .default(100),
  include: patternsInput,
  exclude: patternsInput,
  language: z.enum(siteLanguages, "invalid_choice").default(""),
});
export type AddAddressInput = z.output<typeof addAddressInput>;

export const setScheduleInput = sourceIdInput.extend({
  schedule: z.enum(["off", "daily", "weekly"], "invalid_choice"),
});
export type SetScheduleInput = z.output<typeof setScheduleInput>;

export const choosePageInput = sourceIdInput.extend({
  pageId: z.string("required"),
  choice: z.enum(["wanted", "left"], "invalid_choice"),
});
export type ChoosePageInput = z.output<typeof choosePageInput>;

export const wantPartInput = partInput;
export type WantPartInput = z.output<typeof wantPartInput>;

export const listPagesInput = sourceIdInput.extend({
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type ListPagesInput = z.output<typeof listPagesInput>;
