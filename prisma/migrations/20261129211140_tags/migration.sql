-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "tagged_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "conversations_tagged_idx" ON "conversations"("team_id", "last_activity_at" DESC, "id" DESC) WHERE (tagged_at IS NOT NULL);
