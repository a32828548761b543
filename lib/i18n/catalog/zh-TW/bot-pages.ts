import { bots } from "./bots";
import { knowledge } from "./knowledge";

/** What only the pages of bots and their knowledge say. */
export const botPages = { bots, knowledge };

export type BotPagesCatalog = typeof botPages;
