import type { Turn } from "./turn";

/**
 * A transcript from turns in any order, doubled or in several states: one turn an id, ordered by id. The last state
 * given wins, but a turn that has ended is never pending again, and a visitor's turn that has an answer is complete.
 */
export function mergeTurns(turns: readonly Turn[]): Turn[] {
  const byId = new Map<string, Turn>();
  for (const turn of turns) if (turn.state !== "pending" || !byId.has(turn.id)) byId.set(turn.id, turn);
  for (const { replyTo } of turns) {
    const asked = replyTo === null ? undefined : byId.get(replyTo);
    if (asked && asked.state !== "complete") byId.set(asked.id, { ...asked, state: "complete" });
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
