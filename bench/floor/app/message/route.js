import { randomUUID } from "node:crypto";
import pg from "pg";
import { createClient } from "redis";

// The least that a Next route needs for a message with a model's answer: a body, one Redis pipeline, two
// committed inserts, one call. What bench/message.ts compares the product's message endpoint with. Without
// servers it keeps both in memory.
export const dynamic = "force-dynamic";

const { DATABASE_URL, REDIS_URL, OPENAI_BASE_URL, OPENAI_API_KEY } = process.env;
const table = `CREATE TABLE IF NOT EXISTS floor_messages
  (id uuid PRIMARY KEY, chat_id text NOT NULL, author text NOT NULL, body text NOT NULL, created_at timestamptz NOT NULL)`;
const insert = "INSERT INTO floor_messages VALUES ($1, $2, $3, $4, $5)";

globalThis.floorParts ??= openParts();

export async function POST(request) {
  const { message, chat_id: chatId } = await request.json();
  const { store, query } = await globalThis.floorParts;
  await store(chatId, JSON.stringify({ author: "visitor", message }));
  await query(insert, [randomUUID(), chatId, "visitor", message, new Date()]);
  const answer = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${OPENAI_API_KEY}` },
    body: JSON.stringify({
      model: "stub",
      messages: [
        { role: "system", content: "Answer visitors of a tea shop, briefly and politely." },
        { role: "user", content: message },
      ],
    }),
  });
  const reply = (await answer.json()).choices[0].message.content;
  await query(insert, [randomUUID(), chatId, "bot", reply, new Date()]);
  return Response.json({ success: true, reply, extra_replies: [] });
}

async function openParts() {
  if (!DATABASE_URL || !REDIS_URL) {
    const { PGlite } = await import("@electric-sql/pglite");
    const database = await PGlite.create("memory://");
    await database.query(table);
    return { store: async () => {}, query: (sql, values) => database.query(sql, values) };
  }
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });
  await pool.query(table);
  const redis = await createClient({ url: REDIS_URL }).connect();
  return {
    store: (chatId, turn) =>
      redis
        .multi()
        .incr(`floor:count:${chatId}`)
        .expire(`floor:count:${chatId}`, 60)
        .xAdd(`floor:turns:${chatId}`, "*", { turn })
        .expire(`floor:turns:${chatId}`, 604_800)
        .xAdd(
          "floor:feed",
          "*",
          { turn },
          { TRIM: { strategy: "MAXLEN", strategyModifier: "~", threshold: 10_000 } },
        )
        .execAsPipeline(),
    query: (text, values) => pool.query({ name: "floor-insert", text, values }),
  };
}
