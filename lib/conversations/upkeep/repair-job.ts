import { z } from "zod";
import { giveBackChats } from "@/lib/conversations/desk/give-back-chats";
import { tellMembers } from "@/lib/conversations/desk/tell-members";
import { sendDigests } from "@/lib/conversations/digest/send-digests";
import { mailReplies } from "@/lib/conversations/reply-mails/mail-replies";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { log } from "@/lib/log";
import { getMailer } from "@/lib/mail/mailer";
import { repairConversations } from "./repair-conversations";

const lookBackMs = 3 * 60_000;

const policy = {
  retry: { attempts: 1_000, firstDelaySeconds: 5, longestDelaySeconds: 60 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 30,
};

/**
 * Each minute: repairs the conversations of the last ones, has those wait again whose member has left, tells who waits,
 * sums up members' days, and mails replies that no page showed.
 */
export const repairJob = defineJob({
  name: "repair-conversations",
  input: z.strictObject({}),
  ...policy,
  schedule: { everySeconds: 60, firstAfterSeconds: 60 },
});

/** Repairs what was active since `since` (Unix milliseconds): a store was away, or may have lost what it held. */
export const repairSinceJob = defineJob({
  name: "repair-after-outage",
  input: z.strictObject({ since: z.int() }),
  ...policy,
});

export const runRepair: RunJob<{ since?: number }> = async (ctx, { since = Date.now() - lookBackMs }) => {
  const { failed, published } = await repairConversations(ctx, { since });
  if (failed + published > 0) log("warn", "conversations were repaired", { failed, published });
  const givenBack = await giveBackChats(ctx);
  if (givenBack > 0) log("info", "chats wait again whose member has left", { chats: givenBack });
  const hasMailer = getMailer() !== null;
  if (hasMailer) {
    await tellMembers(ctx);
    await sendDigests(ctx);
  }
  await mailReplies(ctx, { hasMailer });
  return undefined;
};
