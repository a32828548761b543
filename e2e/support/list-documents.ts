import { z } from "zod";
import type { Member, TeamBot } from "./team";

const rowsSchema = z.array(z.object({ title: z.string(), fileName: z.string().optional() }));
const chunkSchema = z.tuple([z.number(), z.string().optional()]);

/** The rows of a bot's list, as its page gives them to the browser: it draws only the first of them itself. */
export async function listDocuments(
  baseUrl: string,
  { bot, by }: { bot: Pick<TeamBot, "id">; by: Pick<Member, "cookie"> },
): Promise<z.output<typeof rowsSchema>> {
  const response = await fetch(`${baseUrl}/bots/${bot.id}/knowledge`, { headers: { cookie: by.cookie } });
  const pushed = (await response.text()).matchAll(/self\.__next_f\.push\((\[.*?\])\)<\/script>/gs);
  const data = Array.from(pushed, ([, chunk = "[0]"]) => chunkSchema.parse(JSON.parse(chunk))[1] ?? "").join(
    "",
  );
  const rows = /"documents":(\[.*?\]),"matching"/s.exec(data)?.[1];
  return rowsSchema.parse(JSON.parse(rows ?? "[]"));
}
