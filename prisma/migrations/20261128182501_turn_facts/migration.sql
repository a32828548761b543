-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('message', 'note', 'event');

-- CreateEnum
CREATE TYPE "answered_by" AS ENUM ('documents', 'model', 'small_talk', 'person');

-- CreateEnum
CREATE TYPE "conversation_state" AS ENUM ('bot', 'waiting', 'taken', 'snoozed', 'closed');

-- DropIndex
DROP INDEX "visitors_bot_id_idx";

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "assignee_id" UUID,
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "snoozed_until" TIMESTAMPTZ(3),
ADD COLUMN     "state" "conversation_state" NOT NULL DEFAULT 'bot',
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "taken_at" TIMESTAMPTZ(3),
ADD COLUMN     "visitor_secret_hash" BYTEA;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "answered_by" "answered_by",
ADD COLUMN     "author_id" UUID,
ADD COLUMN     "bot_id" UUID,
ADD COLUMN     "duration_ms" INTEGER,
ADD COLUMN     "input_tokens" INTEGER,
ADD COLUMN     "kind" "message_kind" NOT NULL DEFAULT 'message',
ADD COLUMN     "output_tokens" INTEGER;

-- AlterTable
ALTER TABLE "visitors" ADD COLUMN     "key" TEXT;

-- CreateIndex
CREATE INDEX "conversations_team_id_state_last_activity_at_id_idx" ON "conversations"("team_id", "state", "last_activity_at" DESC, "id" DESC) WHERE (state <> 'bot'::conversation_state);

-- CreateIndex
CREATE INDEX "conversations_team_id_assignee_id_idx" ON "conversations"("team_id", "assignee_id") WHERE (assignee_id IS NOT NULL);

-- Who said an address comes back by it: the newest of a bot's visitors with that address. The others keep their conversations.
UPDATE "visitors" v SET "key" = 'email:' || lower(v."email")
FROM (
  SELECT DISTINCT ON ("bot_id", lower("email")) "id"
  FROM "visitors" WHERE "email" ~ '^[!-~]+$' ORDER BY "bot_id", lower("email"), "id" DESC
) newest
WHERE newest."id" = v."id";

-- CreateIndex
CREATE UNIQUE INDEX "visitors_bot_id_key_key" ON "visitors"("bot_id", "key");

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_team_id_assignee_id_fkey" FOREIGN KEY ("team_id", "assignee_id") REFERENCES "memberships"("team_id", "user_id") ON DELETE SET NULL ("assignee_id") ON UPDATE CASCADE;

-- Who waits for a person.
UPDATE "conversations" SET "state" = 'waiting'
WHERE "wants_person_at" > COALESCE("person_handled_at", '-infinity'::timestamp with time zone);
