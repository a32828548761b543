import { purgeSignIns } from "@/lib/accounts/sessions/purge-sign-ins";
import { purgeSightings } from "@/lib/bots/token/purge-sightings";
import type { Ctx } from "@/lib/context";
import { purgeConversations } from "@/lib/conversations/upkeep/purge-conversations";
import { purgeJobs } from "@/lib/jobs/purge-jobs";
import { purgeDeletedDocuments, purgeVersions } from "@/lib/knowledge/documents/purge-documents";
import { purgeSources } from "@/lib/knowledge/sources/purge-sources";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { purgeOutbox } from "@/lib/outbox/purge-outbox";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
import { purgeFiles } from "@/lib/storage/purge-files";
import { purgeSpool } from "@/lib/storage/purge-spool";
import { purgeInvites } from "@/lib/teams/invites/purge-invites";
import { purgeApiKeys } from "@/lib/teams/keys/purge-api-keys";
import { purgeDeletedBots } from "./purge-deleted-bots";

type Task = {
  name: string;
  /** Deletes about so many at once; returns how many went, 0 when nothing is left. */
  purge: (ctx: Ctx, most: number) => Promise<number>;
  /** Small enough that nobody waits for the database meanwhile. */
  most: number;
};

const tasks: Task[] = [
  { name: "conversations", purge: purgeConversations, most: 200 },
  { name: "deleted bots", purge: purgeDeletedBots, most: 50 },
  { name: "deleted documents", purge: purgeDeletedDocuments, most: 20 },
  { name: "sources", purge: purgeSources, most: 50 },
  { name: "old versions", purge: purgeVersions, most: 50 },
  { name: "sign-ins", purge: purgeSignIns, most: 500 },
  { name: "invitations", purge: purgeInvites, most: 500 },
  { name: "keys", purge: purgeApiKeys, most: 500 },
  { name: "sightings", purge: purgeSightings, most: 500 },
  { name: "jobs", purge: purgeJobs, most: 500 },
  { name: "outbox", purge: purgeOutbox, most: 500 },
  { name: "files", purge: (ctx, most) => purgeFiles(ctx, getBlobStore(), most), most: 50 },
  { name: "spool", purge: () => purgeSpool(spoolFolder()), most: 0 },
];

export type Upkeep = {
  /** How many rows went, by what they were. */
  deleted: Record<string, number>;
  /** Whether some are left. */
  hasMore: boolean;
};

/**
 * One round of deleting what is past its time. A task that fails is logged, and the others go on.
 * @param batchesAtOnce what is left after so many batches of a task waits for the next round
 */
export async function runUpkeep(ctx: Ctx, batchesAtOnce = 50): Promise<Upkeep> {
  const deleted: Upkeep["deleted"] = {};
  let hasMore = false;
  for (const { name, purge, most } of tasks) {
    try {
      for (let batch = 0; ; batch++) {
        if (batch === batchesAtOnce) {
          hasMore = true;
          break;
        }
        const count = await purge(ctx, most);
        if (count === 0) break;
        deleted[name] = (deleted[name] ?? 0) + count;
      }
    } catch (error) {
      if (!isKvDown(error)) logError(`deleting what is past its time failed: ${name}`, error);
    }
  }
  return { deleted, hasMore };
}
