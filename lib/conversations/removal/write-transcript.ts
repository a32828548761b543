import { lastSaid } from "@/lib/conversations/inbox/to-chat-summary";
import { turnPictureSchema } from "@/lib/conversations/turns/turn";
import { requireRow } from "@/lib/db/require-row";
import type { chats } from "@/lib/i18n/catalog/zh-TW/chats";
import { isId } from "@/lib/id-input";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { saidText } from "@/lib/language/markup/said-text";

type Words = typeof chats.file;

export type Transcript = { text: string; chatId: string; pictures: { fileId: string; name: string }[] };

const pageSize = 500;
/** Turns of one file. */
const mostTurns = 20_000;

/**
 * A chat as a text that people read: what is known of it, then who said what and when, in the team's time zone with its
 * distance from UTC. Notes among staff are left out, so that the file may be given to the visitor. A line that goes on
 * is indented: nobody's words pass for a line of the file's own. Throws AppError `forbidden` without `chat.export`,
 * `not_found` for an id that the team doesn't have.
 * @returns the text, the code by which staff know the visitor, and the pictures under the names that the text gives
 * them
 */
export async function writeTranscript(
  ctx: ActorCtx<Asker>,
  conversationId: string,
  words: Words,
): Promise<Transcript> {
  requirePermission(ctx.actor, "chat.export");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const found = isId(conversationId)
    ? await db.conversation.findFirst({
        where: { teamId, id: conversationId, bot: { deletedAt: null } },
        include: {
          visitor: { select: { name: true, email: true } },
          bot: { select: { name: true, team: { select: { timeZone: true } } } },
          messages: lastSaid,
        },
      })
    : null;
  const chat = requireRow(found, "no such conversation in this team");
  const { timeZone } = chat.bot.team;
  const facts: [string, string | null][] = [
    [words.bot, chat.bot.name],
    [words.site, chat.domain],
    [words.began, timeIn(timeZone, chat.createdAt)],
    [words.name, chat.visitor.name],
    [words.email, chat.saidEmail ?? chat.visitor.email],
    [words.phone, chat.saidPhone],
    [words.question, chat.leadQuestion],
    [words.consent, chat.consentText],
    [words.chatId, chat.chatId],
    [words.written, timeIn(timeZone, new Date(ctx.now()))],
  ];
  const lines = facts.flatMap(([name, value]) => (value ? [`${name}: ${indent(value)}`] : []));
  lines.push(words.withoutNotes, "");
  const pictures: Transcript["pictures"] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (let count = 0; count < mostTurns; count += pageSize) {
    const turns = await db.message.findMany({
      where: { teamId, conversationId, kind: "message", id: { gt: after } },
      orderBy: { id: "asc" },
      take: pageSize,
      select: { id: true, author: true, authorName: true, bubbles: true, picture: true, createdAt: true },
    });
    for (const { author, authorName, bubbles, picture, createdAt } of turns) {
      const who =
        author === "visitor" ? words.visitor : authorName || words[author === "bot" ? "bot" : "staff"];
      // A visitor's words show as they were typed, all others with what their marks mean.
      const said = author === "visitor" ? bubbles : bubbles.map(saidText);
      const { data: sent } = turnPictureSchema.safeParse(picture);
      if (sent) {
        const name = `${words.pictures}/${String(pictures.length + 1).padStart(3, "0")}.jpg`;
        pictures.push({ fileId: sent.fileId, name });
        said.push(name);
      }
      lines.push(`[${timeIn(timeZone, createdAt)}] ${who}: ${indent(said.join(sent ? " " : "\n"))}`);
    }
    after = turns.at(-1)?.id ?? after;
    if (turns.length < pageSize) break;
  }
  await db.$transaction((tx) =>
    writeAudit(tx, actor, { action: "chat.export", targetId: chat.id, detail: { botId: chat.botId } }),
  );
  return { text: `${lines.join("\n")}\n`, chatId: chat.chatId, pictures };
}

/** `2026-11-29 17:20:05 +08:00`. */
function timeIn(timeZone: string, at: Date): string {
  const zone = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName");
  const offset = zone?.value.replace("GMT", "") || "+00:00";
  return `${at.toLocaleString("sv-SE", { timeZone })} ${offset}`;
}

/** Whatever a program may take for the end of a line is one; what else steers a terminal goes. */
function indent(text: string): string {
  return text.replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, "\n    ").replace(/[^\P{Cc}\n\t]/gu, "");
}
