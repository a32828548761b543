import path from "node:path";
import { makePasswordLinkBy, passwordLinkJob } from "@/lib/accounts/passwords/password-link-job";
import { countTurnsJob, runCountTurns } from "@/lib/conversations/counts/count-turns-job";
import { repairJob, repairSinceJob, runRepair } from "@/lib/conversations/upkeep/repair-job";
import { env } from "@/lib/env";
import { getAuthSecret } from "@/lib/identity/secret";
import { type BoundJob, bindJob } from "@/lib/jobs/bind-job";
import { embedBot, embedBotJob } from "@/lib/knowledge/embedding/embed-bot-job";
import { findUnembedded, findUnembeddedJob } from "@/lib/knowledge/embedding/find-unembedded-job";
import { publishParts } from "@/lib/knowledge/sources/publish-parts";
import { readSourceBy } from "@/lib/knowledge/sources/read-source";
import { publishSourceJob, readSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { deliverOutboxJob, deliverOutboxOf } from "@/lib/outbox/deliver-outbox-job";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
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
    readSourceJob,
    readSourceBy({
      // Both bundles lie beside each other.
      reader: path.join(import.meta.dirname, "reader.mjs"),
      place: () => ({ store: getBlobStore(), spool: spoolFolder() }),
    }),
  ),
  bindJob(publishSourceJob, publishParts),
  bindJob(
    passwordLinkJob,
    makePasswordLinkBy(() => getAuthSecret(env())),
  ),
  bindJob(deliverOutboxJob, deliverOutboxOf(outboxKinds)),
];
