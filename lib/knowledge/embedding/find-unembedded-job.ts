import { z } from "zod";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { enqueue } from "@/lib/jobs/enqueue";
import { embedBotJob } from "./embed-bot-job";
import { pendingOf } from "./embed-pending";

/** Finds the bots whose documents owe vectors that nobody asked for: another model is set, a document left the bin. */
export const findUnembeddedJob = defineJob({
  name: "find-unembedded",
  input: z.strictObject({}),
  retry: { attempts: 3, firstDelaySeconds: 10, longestDelaySeconds: 60 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 60,
  schedule: { everySeconds: 60, firstAfterSeconds: 2 },
});

export const findUnembedded: RunJob<Record<string, never>> = async ({ db, embedder }) => {
  if (!embedder) return undefined;
  const bots = await db.bot.findMany({
    where: { documents: { some: { publishedVersion: pendingOf(embedder.model, undefined) } } },
    select: { id: true, teamId: true },
  });
  // What is being tried again keeps its pause, and what has failed for good waits for a person or a new version.
  const known = await db.job.findMany({
    where: { name: embedBotJob.name, key: { in: bots.map(({ id }) => id) }, state: { not: "done" } },
    select: { key: true },
  });
  const asked = new Set(known.map(({ key }) => key));
  for (const { id, teamId } of bots)
    if (!asked.has(id)) await enqueue(db, embedBotJob, { botId: id }, { teamId, key: id });
  return undefined;
};
