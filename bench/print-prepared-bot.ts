import { parseEnv } from "@/lib/env";
import { createKv } from "@/lib/kv/client";
import { usageKey } from "@/lib/kv/keys";
import { monthOf } from "@/lib/plans/quota/month-of";
import { openDatabase } from "@/server/start/open-database";
import { prepareBot } from "./support/prepare-bot";

// Run by bench/message-pair.ts in each checkout, with that checkout's code: prints the token of the bot that it made.
const { DATA_DIR = "", DATABASE_URL = "", NEXTAUTH_SECRET = "", REDIS_URL = "", PLANS = "" } = process.env;
const [passages = "1000"] = process.argv.slice(2);
const environment = { DATA_DIR, DATABASE_URL, NEXTAUTH_SECRET, REDIS_URL };
const token = await prepareBot(environment, Number(passages));
if (PLANS === "on") await holdToPlan();
console.log(`token ${token}`);

/** The team's messages are counted for its plan, and never reach the limit. */
async function holdToPlan(): Promise<void> {
  const env = parseEnv(environment);
  const kv = createKv(env);
  const { db, close } = await openDatabase(env, process.cwd(), async () => {});
  const { teamId, team } = await db.bot.findUniqueOrThrow({
    where: { widgetToken: token },
    select: { teamId: true, team: { select: { timeZone: true } } },
  });
  await db.team.update({ where: { id: teamId }, data: { plan: "pro", planUntil: null } });
  const key = usageKey(teamId, monthOf(Date.now(), team.timeZone).name);
  await kv.redis.hset(key, { base: -1_000_000_000 });
  await close();
  await kv.close();
}
