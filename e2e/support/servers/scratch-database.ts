import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";

/** A new empty database on the server of `TEST_DATABASE_URL`; null when that is unset. `drop` removes it again. */
export async function createScratchDatabase(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) return null;
  const name = `dawen_e2e_${randomBytes(6).toString("hex")}`;
  await runOnServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function runOnServer(connectionString: string, sql: string): Promise<void> {
  const connection = await new PrismaPg({ connectionString, max: 1 }).connect();
  try {
    await connection.executeScript(sql);
  } finally {
    await connection.dispose();
  }
}
