"use client";

import { use } from "react";
import { BotContext } from "./bot-words";

/** `useDashboardCatalog` with the words that only the pages of bots and their knowledge have. */
export function useBotCatalog() {
  const catalog = use(BotContext);
  if (!catalog) throw new Error("the words of bots are asked for outside of their pages");
  return catalog;
}
