// What the server's bundle and Next's share or give to each other, as one small entry: server/two-copies.test.ts bundles it twice.

export { backgroundWorkDone, keepWorking } from "@/lib/background-work";
export { getBaseUrl, setBaseUrl } from "@/lib/base-url";
export { createBot } from "@/lib/bots/create-bot";
export { setBotEnabled } from "@/lib/bots/settings/set-bot-enabled";
export { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
export { createContext } from "@/lib/context";
export { subscribeFeed } from "@/lib/conversations/feed/team-feed";
export { getDb, setDb } from "@/lib/db/client";
export { AppError } from "@/lib/errors";
export { claimRequest } from "@/lib/http/widget/idempotency";
export { announceAccess } from "@/lib/identity/announce-access";
export { embedQuestion } from "@/lib/knowledge/embedding/embed-question";
export { createKv, getKv } from "@/lib/kv/client";
export { isKvDown } from "@/lib/kv/kv-down";
export { consumeLimit } from "@/lib/kv/limits/limits";
export { getModelClient } from "@/lib/model/client";
export { getEmbeddingClient } from "@/lib/model/embedding-client";
export { isModelError } from "@/lib/model/model-error";
export { setProcessWide } from "@/lib/process-wide";
export { currentRequest, withRequest } from "@/lib/request-context";
export { createAccount } from "@/lib/teams/joining/create-account";
export { toFailure } from "@/lib/to-failure";
export { createTestActor } from "./test-actor";
