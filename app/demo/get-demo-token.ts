import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";

const demoSchema = z.object({ bots: z.array(z.object({ token: z.string() })).min(1) });

/** The widget token of the demo shop's bot; null where no demo was seeded or the bot was deleted. */
export async function getDemoToken(ctx: Pick<Ctx, "db">): Promise<string | null> {
  const text = await readFile(path.join(env().dataDir, "demo.json"), "utf8").catch(() => null);
  if (text === null) return null;
  const token = demoSchema.parse(JSON.parse(text)).bots[0]?.token;
  return token && (await getBotByToken(ctx, token)) ? token : null;
}
