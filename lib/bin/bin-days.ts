/** How long what was deleted stays in the bin before upkeep takes it away for good. */
export const binDays = 30;

const dayMs = 24 * 60 * 60_000;

/** What was deleted before this is no longer in the bin. */
export function binStart(): Date {
  return new Date(Date.now() - binDays * dayMs);
}

/** When something leaves the bin for good. */
export function purgeTime(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + binDays * dayMs);
}
