import type { Prisma, Source, SourcePage } from "@/lib/db/generated/client";

/** A page or a site while it is fetched. */
export type WebSource = Pick<
  Source,
  "id" | "teamId" | "botId" | "origin" | "name" | "round" | "encoding" | "columns" | "publishedAt"
> & { address: string; settings: Prisma.JsonValue };

export type WebPage = SourcePage;

const runOver = "RunOver";

/** The run's source is gone, or is fetched anew: what it still has is nobody's. */
export function newRunOver(): Error {
  return Object.assign(new Error("the source is fetched by another run, or gone"), { name: runOver });
}

export function isRunOver(error: unknown): boolean {
  return error instanceof Error && error.name === runOver;
}
