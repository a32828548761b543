import type { z } from "zod";

/**
 * Something that leaves the house: a mail, a call of a customer's server. Its rows hold ids; what is sent is made at
 * that moment.
 */
export type OutboxKind<Ids> = {
  /** Of lower-case letters and hyphens; rows hold it. */
  kind: string;
  /**
   * Of the shape of `ids`: another shape is another version, and the old one stays bound while rows of it may be left.
   */
  version: number;
  ids: z.ZodType<Ids>;
};

export function defineOutboxKind<Ids>(kind: OutboxKind<Ids>): OutboxKind<Ids> {
  return kind;
}
