-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "rated_down" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rated_up" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unanswered" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "shortcuts" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "page_url" TEXT;

-- CreateIndex
CREATE INDEX "conversations_unanswered_idx" ON "conversations"("team_id", "last_activity_at" DESC, "id" DESC) WHERE (unanswered AND state <> 'closed'::conversation_state);

-- CreateIndex
CREATE INDEX "conversations_rated_idx" ON "conversations"("team_id", "last_activity_at" DESC, "id" DESC) WHERE (rated_up OR rated_down);

-- What is known of the chats of today.
UPDATE "conversations" c SET "unanswered" = true
WHERE (
    SELECT m."answered" IS FALSE OR (m."author" = 'visitor' AND m."state" IN ('failed', 'complete'))
    FROM "messages" m WHERE m."conversation_id" = c."id" ORDER BY m."id" DESC LIMIT 1
);
UPDATE "conversations" c SET "rated_up" = r."up", "rated_down" = r."down"
FROM (
    SELECT "conversation_id", bool_or("rating" = 'up') AS "up", bool_or("rating" = 'down') AS "down"
    FROM "messages" WHERE "rating" IS NOT NULL GROUP BY "conversation_id"
) r WHERE r."conversation_id" = c."id";
