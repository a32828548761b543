"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { botIdInput } from "@/lib/bots/bot-id-input";
import { botPaths } from "@/lib/bots/bot-paths";
import { createBot, createBotInput } from "@/lib/bots/create-bot";
import { restoreBot } from "@/lib/bots/restore-bot";
import { defineAction } from "@/lib/http/define-action";
import { purgeBot } from "@/lib/upkeep/purge-bot";

export const createBotAction = defineAction(createBotInput, async (ctx, input) => {
  const bot = await createBot(ctx, input);
  redirect(botPaths(bot.id).root);
});

export const restoreBotAction = defineAction(botIdInput, async (ctx, input) => {
  const restored = await restoreBot(ctx, input);
  refresh();
  return restored;
});

export const purgeBotAction = defineAction(botIdInput, async (ctx, input) => {
  await purgeBot(ctx, input);
  refresh();
});
