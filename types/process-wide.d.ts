import type { AsyncLocalStorage } from "node:async_hooks";
import type { LRUCache } from "lru-cache";
import type { BotEntry } from "@/lib/bots/token/get-bot-by-token";
import type { TeamFeed } from "@/lib/conversations/feed/team-feed";
import type { Db } from "@/lib/db/client";
import type { GuardedFetch } from "@/lib/guard/guarded-fetch";
import type { ClaimEntry } from "@/lib/http/widget/idempotency";
import type { PinnedWidget } from "@/lib/http/widget/pinned-widget";
import type { SecretFile } from "@/lib/identity/secret";
import type { JobRunner } from "@/lib/jobs/run/start-jobs";
import type { Wordings } from "@/lib/knowledge/query/wordings";
import type { IndexCache } from "@/lib/knowledge/search/index-cache";
import type { StoredPassage } from "@/lib/knowledge/search/load-passages";
import type { Kv } from "@/lib/kv/kv";
import type { Mailer } from "@/lib/mail/mailer";
import type { ModelClient } from "@/lib/model/client";
import type { EmbeddingClient } from "@/lib/model/embedding-client";
import type { PictureSlots } from "@/lib/reading/picture/picture-slots";
import type { RequestContext } from "@/lib/request-context";
import type { BlobStore } from "@/lib/storage/blob-store";

// Every name that `processWide` knows, with the type of its one value: it is shared by all copies of
// lib/ in the process.
declare module "@/lib/process-wide" {
  interface ProcessWide {
    [secretOfFolder: `auth-secret:${string}`]: Promise<SecretFile>;
    "background-work": Set<Promise<unknown>>;
    "base-url": string;
    "blob-store": BlobStore;
    "bot-indexes": IndexCache;
    "bots-by-token": LRUCache<string, BotEntry>;
    db: Promise<Db>;
    embedding: EmbeddingClient;
    "guarded-fetch": GuardedFetch;
    idempotency: Map<string, ClaimEntry>;
    jobs: { runner: JobRunner | null };
    kv: Kv;
    "last-message": { at: number };
    mailer: Mailer;
    "members-there": LRUCache<string, Promise<boolean>>;
    model: ModelClient;
    "noted-ceilings": LRUCache<string, true>;
    "own-wordings": LRUCache<string, Wordings>;
    passages: LRUCache<string, StoredPassage>;
    "picture-program": string;
    "picture-slots": PictureSlots;
    "pinned-widget": { widget: PinnedWidget | null };
    "reply-times": LRUCache<string, Promise<number | null>>;
    request: AsyncLocalStorage<RequestContext>;
    "seen-chats": LRUCache<string, true>;
    "team-feeds": WeakMap<Kv, Map<string, TeamFeed>>;
    "unknown-tokens": LRUCache<string, true>;
  }
}
