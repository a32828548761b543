import path from "node:path";
import { makePasswordLinkBy, passwordLinkJob } from "@/lib/accounts/passwords/password-link-job";
import { countQuotesJob, runCountQuotes } from "@/lib/conversations/counts/count-quotes-job";
import { countTurnsJob, runCountTurns } from "@/lib/conversations/counts/count-turns-job";
import { runWakeChats, wakeChatsJob } from "@/lib/conversations/snooze/wake-chats";
import { repairJob, repairSinceJob, runRepair } from "@/lib/conversations/upkeep/repair-job";
import { env } from "@/lib/env";
import { getGuardedFetch } from "@/lib/guard/guarded-fetch";
import { getAuthSecret } from "@/lib/identity/secret";
import { type BoundJob, bindJob } from "@/lib/jobs/bind-job";
import { embedBot, embedBotJob } from "@/lib/knowledge/embedding/embed-bot-job";
import { findUnembedded, findUnembeddedJob } from "@/lib/knowledge/embedding/find-unembedded-job";
import { checkTruthJob, runCheckTruth } from "@/lib/knowledge/findings/check-truth-job";
import { publishParts } from "@/lib/knowledge/sources/publish-parts";
import { readSourceBy } from "@/lib/knowledge/sources/read-source";
import {
  fetchDueSourcesJob,
  fetchSourceJob,
  publishSourceJob,
  readSourceJob,
} from "@/lib/knowledge/sources/source-jobs";
import { fetchSourceBy } from "@/lib/knowledge/web/crawl/fetch-source";
import { paceByStore } from "@/lib/knowledge/web/crawl/pace";
import { fetchDueSources } from "@/lib/knowledge/web/fetch-due-sources";
import { deliverOutboxJob, deliverOutboxOf } from "@/lib/outbox/deliver-outbox-job";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
import { runUpkeepJob, upkeepJob } from "@/lib/upkeep/upkeep-job";
import { outboxKinds } from "./outbox-kinds";

/** Both bundles lie beside each other. */
const reader = path.join(import.meta.dirname, "reader.mjs");

/** Every job there is, with what runs it. */
export const jobs: readonly BoundJob[] = [
  bindJob(repairJob, runRepair),
  bindJob(repairSinceJob, runRepair),
  bindJob(wakeChatsJob, runWakeChats),
  bindJob(countTurnsJob, runCountTurns),
  bindJob(countQuotesJob, runCountQuotes),
  bindJob(upkeepJob, runUpkeepJob),
  bindJob(embedBotJob, embedBot),
  bindJob(findUnembeddedJob, findUnembedded),
  bindJob(checkTruthJob, runCheckTruth),
  bindJob(
    readSourceJob,
    readSourceBy({
      reader,
      place: () => ({ store: getBlobStore(), spool: spoolFolder() }),
    }),
  ),
  bindJob(publishSourceJob, publishParts),
  bindJob(
    fetchSourceJob,
    fetchSourceBy({ reader, spool: spoolFolder, fetch: getGuardedFetch, pace: paceByStore }),
  ),
  bindJob(fetchDueSourcesJob, fetchDueSources),
  bindJob(
    passwordLinkJob,
    makePasswordLinkBy(() => getAuthSecret(env())),
  ),
  bindJob(deliverOutboxJob, deliverOutboxOf(outboxKinds)),
];
