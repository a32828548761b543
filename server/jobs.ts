import { makePasswordLinkBy, passwordLinkJob } from "@/lib/accounts/passwords/password-link-job";
import { countTurnsJob, runCountTurns } from "@/lib/conversations/counts/count-turns-job";
import { repairJob, repairSinceJob, runRepair } from "@/lib/conversations/upkeep/repair-job";
import { env } from "@/lib/env";
import { getAuthSecret } from "@/lib/identity/secret";
import { type BoundJob, bindJob } from "@/lib/jobs/bind-job";
import { embedBot, embedBotJob } from "@/lib/knowledge/embedding/embed-bot-job";
import { findUnembedded, findUnembeddedJob } from "@/lib/knowledge/embedding/find-unembedded-job";
import { deliverOutboxJob, deliverOutboxOf } from "@/lib/outbox/deliver-outbox-job";
import { runUpkeepJob, upkeepJob } from "@/lib/upkeep/upkeep-job";
import { outboxKinds } from "./outbox-kinds";

/** Every job there is, with what runs it. */
export const jobs: readonly BoundJob[] = [
  bindJob(repairJob, runRepair),
  bindJob(repairSinceJob, runRepair),
  bindJob(countTurnsJob, runCountTurns),
  bindJob(upkeepJob, runUpkeepJob),
  bindJob(embedBotJob, embedBot),
  bindJob(findUnembeddedJob, findUnembedded),
  bindJob(
    passwordLinkJob,
    makePasswordLinkBy(() => getAuthSecret(env())),
  ),
  bindJob(deliverOutboxJob, deliverOutboxOf(outboxKinds)),
];
