import { z } from "zod";

export const manifestName = "manifest.json";

/** What a backup says about itself: its last entry, so that a backup without it is not whole. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** Of Dawen, as in package.json. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  database: z.enum(["embedded", "postgresql"]),
  /** The newest migration that its database has, by name; null before the first one. */
  migration: z.string().nullable(),
  entries: z.array(
    z.union([
      z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() }),
      z.strictObject({ name: z.string(), isFolder: z.literal(true) }),
    ]),
  ),
});

export type Manifest = z.output<typeof manifestSchema>;
