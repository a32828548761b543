-- DropIndex
DROP INDEX "conversations_bot_id_last_activity_at_idx";

-- DropIndex
DROP INDEX "conversations_team_id_last_activity_at_idx";

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "visitor_turns" INTEGER NOT NULL DEFAULT 0;

-- What was written before the counter came
UPDATE "conversations" AS c SET "visitor_turns" = m.turns
FROM (SELECT "conversation_id", count(*)::int AS turns FROM "messages" WHERE "author" = 'visitor' GROUP BY "conversation_id") AS m
WHERE m."conversation_id" = c."id";

-- CreateTable
CREATE TABLE "chat_reads" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seen_turns" INTEGER NOT NULL,

    CONSTRAINT "chat_reads_pkey" PRIMARY KEY ("team_id","user_id","conversation_id")
);

-- CreateIndex
CREATE INDEX "chat_reads_team_id_conversation_id_idx" ON "chat_reads"("team_id", "conversation_id");

-- CreateIndex
CREATE INDEX "conversations_team_id_last_activity_at_id_idx" ON "conversations"("team_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "conversations_bot_id_last_activity_at_id_idx" ON "conversations"("bot_id", "last_activity_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "chat_reads" ADD CONSTRAINT "chat_reads_team_id_user_id_fkey" FOREIGN KEY ("team_id", "user_id") REFERENCES "memberships"("team_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_reads" ADD CONSTRAINT "chat_reads_team_id_conversation_id_fkey" FOREIGN KEY ("team_id", "conversation_id") REFERENCES "conversations"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
