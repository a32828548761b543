-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "alerts_mail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "alerts_sound" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "quiet_from" TEXT,
ADD COLUMN     "quiet_to" TEXT;

-- CreateTable
CREATE TABLE "chat_alerts" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_alerts_pkey" PRIMARY KEY ("team_id","user_id","conversation_id")
);

-- CreateIndex
CREATE INDEX "chat_alerts_team_id_conversation_id_idx" ON "chat_alerts"("team_id", "conversation_id");

-- CreateIndex
CREATE INDEX "chat_alerts_team_id_user_id_mailed_at_idx" ON "chat_alerts"("team_id", "user_id", "mailed_at" DESC);

-- AddForeignKey
ALTER TABLE "chat_alerts" ADD CONSTRAINT "chat_alerts_team_id_user_id_fkey" FOREIGN KEY ("team_id", "user_id") REFERENCES "memberships"("team_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_alerts" ADD CONSTRAINT "chat_alerts_team_id_conversation_id_fkey" FOREIGN KEY ("team_id", "conversation_id") REFERENCES "conversations"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
