import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Ctx } from "@/lib/context";
import { createDb } from "@/lib/db/client";
import { openPglite } from "@/lib/db/open-pglite";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { Member } from "@/lib/identity/actor";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";
import { createTestContext } from "@/test/fixtures/test-context";

export type MemoryStores = {
  ctx: Ctx;
  /** A new team's owner. */
  createOwner: () => Promise<Member>;
  close: () => Promise<void>;
};

/** A migrated database and a store in memory, for benches that ask the domain itself. */
export async function openMemoryStores(): Promise<MemoryStores> {
  const client = await openPglite();
  const folder = path.join(process.cwd(), "prisma", "migrations");
  for (const name of (await readdir(folder)).filter((entry) => !entry.endsWith(".toml")).sort())
    await client.exec(await readFile(path.join(folder, name, "migration.sql"), "utf8"));
  const close = () => client.close();
  const db = createDb({ factory: new PrismaPGlite(client) });
  const kv = createEmbeddedKv();
  return {
    ctx: createTestContext({ db, kv }),
    createOwner: async () => {
      const [userId, teamId] = [uuidv7(), uuidv7()];
      const email = `${userId}@example.com`;
      await db.user.create({ data: { id: userId, email, name: "bench", passwordHash: "" } });
      await db.team.create({ data: { id: teamId, name: "bench" } });
      await db.membership.create({ data: { teamId, userId, role: "owner" } });
      return {
        kind: "member",
        sessionId: uuidv7(),
        userId,
        userName: "bench",
        email,
        teamId,
        teamName: "bench",
        role: "owner",
      };
    },
    close: async () => {
      await kv.close();
      await db.$disconnect();
      await close();
    },
  };
}
