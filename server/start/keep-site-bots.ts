import { siteBotId, siteBotRetentionDays, siteDocumentId, siteTeamId } from "@/lib/bots/site-bot";
import { newWidgetToken } from "@/lib/bots/token/widget-token";
import type { Ctx } from "@/lib/context";
import type { Catalog } from "@/lib/i18n/catalog/zh-TW";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { type Locale, locales } from "@/lib/i18n/locale";
import { systemOf } from "@/lib/identity/actor";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { createDocument } from "@/lib/knowledge/documents/create-document";

const colour = "#0d5a5b";

/**
 * Makes what the first page of the public site answers from: a team without members, and in it a bot a language whose
 * documents are the groups of the page of questions and answers. The same once more changes nothing; a group whose
 * words changed is written anew, as are the bot's own words, and what somebody deleted stays deleted.
 * @param contact how to reach who runs the server; "" for nobody
 */
export async function keepSiteBots(ctx: Ctx, contact: string): Promise<void> {
  const { db } = ctx;
  const name = getCatalog("zh-TW").common.productName;
  await db.team.createMany({ data: [{ id: siteTeamId, name }], skipDuplicates: true });
  for (const locale of locales) {
    const isThere = await keepBot(ctx, locale, getCatalog(locale).questions.bot, contact);
    if (isThere) await keepDocuments(ctx, locale);
  }
}

/** Whether the bot is there now: one that was deleted stays so. */
async function keepBot(
  { db }: Ctx,
  locale: Locale,
  words: Catalog["questions"]["bot"],
  contact: string,
): Promise<boolean> {
  const looks = { ...words, contact };
  const id = siteBotId(locale);
  const fixed = { id, teamId: siteTeamId, widgetToken: newWidgetToken(), locale, primaryColor: colour };
  // Nobody is there to reply.
  const settings = { offersPerson: false, retentionDays: siteBotRetentionDays };
  await db.bot.createMany({ data: [{ ...looks, ...fixed, ...settings }], skipDuplicates: true });
  const { suggestions, ...texts } = looks;
  const isSame = { ...texts, suggestions: { equals: suggestions } };
  await db.bot.updateMany({ where: { id, NOT: isSame }, data: looks });
  return (await db.bot.count({ where: { id, deletedAt: null } })) > 0;
}

async function keepDocuments(ctx: Ctx, locale: Locale): Promise<void> {
  const botId = siteBotId(locale);
  const acting = { ...ctx, actor: systemOf(siteTeamId) };
  const stored = await ctx.db.document.findMany({
    where: { teamId: siteTeamId, botId },
    select: { id: true, deletedAt: true, publishedVersion: { select: { title: true, content: true } } },
  });
  const known = new Map(stored.map((document) => [document.id, document]));
  const wanted = siteDocuments(locale);
  for (const { documentId, title, content } of wanted) {
    const before = known.get(documentId);
    const version = before?.publishedVersion;
    if (before?.deletedAt || (version?.title === title && version.content === content)) continue;
    if (before) await remove([documentId]);
    await createDocument(acting, { botId, documentId, title, content });
  }
  // Of groups that are no more; an earlier release had at most a hundred.
  const gone = Array.from({ length: 100 }, (_, group) => siteDocumentId(locale, group))
    .slice(wanted.length)
    .filter((id) => known.has(id));
  if (gone.length > 0) await remove(gone);

  async function remove(ids: string[]): Promise<void> {
    await changeKnowledge(acting, botId, async (tx) => {
      await tx.document.deleteMany({ where: { teamId: siteTeamId, botId, id: { in: ids } } });
    });
  }
}

/** The groups of questions as documents: each question a heading, its answer below it. */
function siteDocuments(locale: Locale): { documentId: string; title: string; content: string }[] {
  return getCatalog(locale).questions.groups.map(({ title, items }, group) => ({
    documentId: siteDocumentId(locale, group),
    title,
    content: items.map(({ question, answer }) => `## ${question}\n\n${answer.join("\n\n")}`).join("\n\n"),
  }));
}
