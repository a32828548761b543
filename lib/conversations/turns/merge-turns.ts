import type { Turn } from "./turn";

/**
 * A transcript from turns in any order, doubled or in several states: one turn an id, ordered by id. The last state
 * given wins, but a turn that has ended is never pending again, and a visitor's turn that has an answer is complete. Of
 * ratings, of what a note says, and of what became of a reply by mail, the newest counts.
 */
export function mergeTurns(turns: readonly Turn[]): Turn[] {
  const byId = new Map<string, Turn>();
  for (const turn of turns) {
    const known = byId.get(turn.id);
    if (!known) byId.set(turn.id, turn);
    else if (turn.state !== "pending" && !isOlderNote(turn, known))
      byId.set(turn.id, withNewerFacts(turn, known));
  }
  for (const { replyTo } of turns) {
    const asked = replyTo === null ? undefined : byId.get(replyTo);
    if (asked && asked.state !== "complete") byId.set(asked.id, { ...asked, state: "complete" });
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function isOlderNote(turn: Turn, known: Turn): boolean {
  return (turn.note?.at ?? 0) < (known.note?.at ?? 0);
}

function withNewerFacts(turn: Turn, { feedback, mail }: Turn): Turn {
  const isRatedSince = feedback && feedback.at > (turn.feedback?.at ?? 0);
  const isMailedSince = mail && mail.at > (turn.mail?.at ?? 0);
  return isRatedSince || isMailedSince
    ? { ...turn, ...(isRatedSince && { feedback }), ...(isMailedSince && { mail }) }
    : turn;
}
