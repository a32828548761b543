import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken, type WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Db } from "@/lib/db/client";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createTestActor } from "./test-actor";
import { createTestContext } from "./test-context";

export type ShopDocument = { title: string; text?: string; content?: string };

/** A team's bot of its own that knows the documents. */
export async function openShop(
  db: Db,
  documents: Readonly<Record<string, ShopDocument>> | readonly ShopDocument[],
): Promise<WidgetBot> {
  const ctx = { ...createTestContext({ db }), actor: await createTestActor(db) };
  const { id: botId, widgetToken } = await createBot(ctx, { name: "茶行" });
  for (const { title, text = "", content = text } of Object.values(documents))
    await createDocument(ctx, { botId, title, content });
  const made = await getBotByToken(ctx, widgetToken);
  if (!made) throw new Error("the bot is gone");
  return made;
}
