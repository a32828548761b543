export type PageActor = { userId: string; teamId: string };

/** The field in which a page's forms say for whom the page was drawn. */
export const actedAsField = "$as";

export function actedAs({ userId, teamId }: PageActor): string {
  return `${userId}/${teamId}`;
}
