-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "picture" JSONB;

-- AlterTable
ALTER TABLE "files" ADD COLUMN     "conversation_id" UUID;

-- CreateIndex
CREATE INDEX "files_team_id_conversation_id_idx" ON "files"("team_id", "conversation_id") WHERE (conversation_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_team_id_conversation_id_fkey" FOREIGN KEY ("team_id", "conversation_id") REFERENCES "conversations"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
