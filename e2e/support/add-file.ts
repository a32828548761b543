import type { Member, TeamBot } from "./team";

type NewFile = { bot: Pick<TeamBot, "id">; by: Pick<Member, "cookie">; name: string; content: BodyInit };

/** Hands in a file for a bot as the knowledge page does. */
export function addFile(
  baseUrl: string,
  { bot, by, name, content }: NewFile,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${baseUrl}/api/bots/${bot.id}/files?${new URLSearchParams({ name })}`, {
    method: "PUT",
    headers: { cookie: by.cookie, ...headers },
    body: content,
  });
}
