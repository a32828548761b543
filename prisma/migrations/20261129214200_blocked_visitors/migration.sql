-- AlterTable
ALTER TABLE "visitors" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN     "blocked_by" TEXT;

-- CreateIndex
CREATE INDEX "visitors_bot_id_idx" ON "visitors"("bot_id") WHERE (blocked_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "visitors_team_id_blocked_at_idx" ON "visitors"("team_id", "blocked_at" DESC) WHERE (blocked_at IS NOT NULL);
