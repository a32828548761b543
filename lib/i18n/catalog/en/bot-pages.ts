import type { BotPagesCatalog } from "../zh-TW/bot-pages";
import { bots } from "./bots";
import { knowledge } from "./knowledge";

export const botPages: BotPagesCatalog = { bots, knowledge };
