import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { type HoursOfBot, hoursColumns } from "@/lib/bots/hours/to-hours";
import { configColumns, toBotConfig } from "@/lib/bots/settings/bot-config";
import type { Ctx } from "@/lib/context";
import type { BotConfig } from "@/lib/contract/config-fields";
import type { UnsupportedRule } from "@/lib/db/generated/enums";
import { answerModels } from "@/lib/model/answer-models";
import { arePlansOn } from "@/lib/plans/limits-of";
import type { PlanOfBot } from "@/lib/plans/quota/open-quota";
import { processWide } from "@/lib/process-wide";
import { forgetUnknownToken } from "./unknown-tokens";
import { isWidgetToken } from "./widget-token";

/** What a visitor's request needs to know of a bot. */
export type WidgetBot = BotConfig &
  HoursOfBot & {
    id: string;
    teamId: string;
    /** Grows with every change of what the bot may answer from. */
    knowledgeVersion: number;
    /** One of the models that the operator allows; "" for OPENAI_MODEL, also where what is stored isn't allowed. */
    answerModel: string;
    /** The owner's wishes on tone, for the model. */
    instructions: string;
    unsupportedRule: UnsupportedRule;
    /** What the model's endpoint refuses; null while it answers. */
    modelFault: string | null;
    /** What to say when the knowledge has no answer, and how to reach a person; "" for our own words. */
    fallbackText: string;
    contact: string;
    /** What visitors and documents call the same, as the owner wrote it; "" for none. */
    wordings: string;
    /** Numbers that name a person are made unreadable before anything is stored or sent to a model. */
    masksPersonal: boolean;
    /** Whether any of its visitors is blocked. */
    hasBlocked: boolean;
    /** Its team's; null where plans are off. */
    plan: PlanOfBot | null;
    /** Confidence, 0 to 1; null for the measured ones. */
    answerThreshold: number | null;
    maybeThreshold: number | null;
  };

/**
 * The bot with that token; null when the token is malformed, unknown or stopped. Remembered for 1.5 s in this process:
 * a change made here shows at once, one made by another instance within that time. While the database fails, or is
 * busy, the bot as it was last read serves for ten minutes.
 */
export async function getBotByToken(ctx: Pick<Ctx, "db">, token: string): Promise<WidgetBot | null> {
  if (!isWidgetToken(token)) return null;
  const now = performance.now();
  const known = entries().get(token);
  const entry = known && now - known.at < maxAgeMs ? known : createEntry(ctx, token, now, known?.last);
  // What this entry itself has read.
  if (entry.last?.at === entry.at) return entry.last.bot;
  const last = entry.last && now - entry.last.at < maxStaleMs ? entry.last.bot : undefined;
  if (last === undefined) return entry.bot;
  return Promise.race([entry.bot.catch(() => last), sleep(patienceMs, last, { ref: false })]);
}

/** Whether this process has served the token lately, so that a request with it is none of a stranger's guesses. */
export function isServedToken(token: string): boolean {
  return entries().get(token)?.last !== undefined;
}

/** Makes the next request with this token read the database. Call it after the change is committed. */
export function forgetBotToken(token: string): void {
  entries().delete(token);
  forgetUnknownToken(token);
}

const maxAgeMs = 1_500;
const maxStaleMs = 10 * 60_000;
/** The embedded database does one thing at a time: a page doesn't wait until an owner's long document is saved. */
const patienceMs = 25;
const maxEntries = 2_000;

export type BotEntry = {
  at: number;
  /** The running query is remembered, not its outcome: a forgotten one can't come back when it ends late. */
  bot: Promise<WidgetBot | null>;
  /** What was read last, before or by this entry. */
  last?: { at: number; bot: WidgetBot };
};

function createEntry(ctx: Pick<Ctx, "db">, token: string, at: number, last: BotEntry["last"]): BotEntry {
  const entry: BotEntry = { at, bot: readBot(ctx, token), last };
  entries().set(token, entry);
  entry.bot.then(
    (bot) => {
      if (bot) entry.last = { at, bot };
      else forget(token, entry);
    },
    () => {
      if (!entry.last) forget(token, entry);
    },
  );
  return entry;
}

function entries(): LRUCache<string, BotEntry> {
  return processWide("bots-by-token", () => new LRUCache({ max: maxEntries }));
}

function forget(token: string, entry: BotEntry): void {
  if (entries().peek(token) === entry) entries().delete(token);
}

async function readBot(ctx: Pick<Ctx, "db">, widgetToken: string): Promise<WidgetBot | null> {
  const found = await ctx.db.bot.findFirst({
    where: { widgetToken, deletedAt: null },
    select: {
      id: true,
      teamId: true,
      knowledgeVersion: true,
      ...configColumns,
      ...hoursColumns,
      answerModel: true,
      instructions: true,
      unsupportedRule: true,
      modelFault: true,
      fallbackText: true,
      contact: true,
      wordings: true,
      masksPersonal: true,
      answerThreshold: true,
      maybeThreshold: true,
      team: arePlansOn() ? { select: { plan: true, planUntil: true, timeZone: true } } : false,
      visitors: { where: { blockedAt: { not: null } }, take: 1, select: { id: true } },
    },
  });
  if (!found) return null;
  const { visitors: blocked, team, ...bot } = found;
  const answerModel = answerModels().includes(bot.answerModel) ? bot.answerModel : "";
  return { ...bot, ...toBotConfig(bot), answerModel, hasBlocked: blocked.length > 0, plan: team ?? null };
}
