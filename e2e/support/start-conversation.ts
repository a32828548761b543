import { expect } from "@playwright/test";
import { z } from "zod";
import type { App } from "./servers/app";
import type { Team } from "./team";

export type Post = (endpoint: string, body: object) => Promise<Response>;

/** Has a visitor ask a team's bot something; gives the id of the chat, the only one of the team. */
export async function startConversation(
  { baseUrl }: Pick<App, "baseUrl">,
  { bot, owner }: Team,
  post: Post,
): Promise<string> {
  const message = await post("message", { token: bot.token, message: "運費多少？" });
  expect(message.status).toBe(200);
  const list = async () => {
    const answer = await fetch(`${baseUrl}/api/chats`, { headers: { cookie: owner.cookie } });
    return z.object({ chats: z.array(z.object({ id: z.string() })) }).parse(await answer.json()).chats;
  };
  // Staff screens have it a moment after the visitor does.
  await expect.poll(list).toHaveLength(1);
  const [chat] = await list();
  if (!chat) throw new Error("the chat is gone");
  return chat.id;
}
