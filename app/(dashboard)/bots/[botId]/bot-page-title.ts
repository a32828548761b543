import { getActor } from "@/lib/session/current-actor";
import { readBot } from "./require-page-bot";

/** `文件 · 霧腳茶行`; the product's name follows by the root layout's template. The page alone where the bot isn't theirs. */
export async function botPageTitle(params: Promise<{ botId: string }>, page: string): Promise<string> {
  const bot = (await getActor()) && (await readBot((await params).botId));
  return bot ? `${page} · ${bot.name}` : page;
}
