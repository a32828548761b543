import type { ActorCtx } from "@/lib/identity/actor";
import { cutText } from "@/lib/language/cut-text";
import { plainText } from "@/lib/language/markup/plain-text";
import { fold } from "@/lib/language/words/fold";
import { isSaid } from "./is-said";

/** Code points shown before a hit, and of a snippet in all. */
const before = 12;
const maxLength = 120;

/**
 * Of each chat a stretch of its newest turn that holds the text, by the chat's id; chats of which no
 * turn does have none.
 */
export async function findSnippets(
  { db }: ActorCtx,
  ids: readonly string[],
  text: string,
): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<{ id: string; bubbles: string[]; isAsked: boolean }[]>`
    SELECT c.id::text AS id, hit.bubbles, hit.author = 'visitor' AS "isAsked" FROM unnest(${[...ids]}::uuid[]) AS c(id), LATERAL (
      SELECT m.bubbles, m.author FROM messages m WHERE m.conversation_id = c.id AND ${isSaid(text)} ORDER BY m.id DESC LIMIT 1
    ) hit`;
  const folded = fold(text).trim();
  return Object.fromEntries(
    rows.map(({ id, bubbles, isAsked }) => {
      // What is shown as it was typed, or without its marks.
      const shown = isAsked ? bubbles : bubbles.map((text) => plainText(text, "shown"));
      return [id, cutAround(shown, folded)];
    }),
  );
}

function cutAround(bubbles: readonly string[], folded: string): string {
  const bubble = bubbles.find((one) => fold(one).includes(folded)) ?? bubbles[0] ?? "";
  const line = [...bubble.replace(/\s+/gu, " ").trim()];
  const inFold = fold(line.join(""));
  // Folding may change how long a text is: then the place is about right.
  const share = Math.max(0, inFold.indexOf(folded)) / Math.max(1, inFold.length);
  const start = Math.max(0, Math.floor(share * line.length) - before);
  return (start > 0 ? "…" : "") + cutText(line.slice(start).join(""), maxLength);
}
