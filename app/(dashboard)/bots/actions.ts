"use server";

import { redirect } from "next/navigation";
import { botPaths } from "@/components/bots/bot-paths";
import { createBot, createBotInput } from "@/lib/bots/create-bot";
import { defineAction } from "@/lib/http/define-action";

export const createBotAction = defineAction(createBotInput, async (ctx, input) => {
  const bot = await createBot(ctx, input);
  redirect(botPaths(bot.id).root);
});
