-- CreateEnum
CREATE TYPE "reply_mail" AS ENUM ('waiting', 'shown', 'queued', 'mailed', 'failed');

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "mail_at" TIMESTAMPTZ(3),
ADD COLUMN     "mail_fault" TEXT,
ADD COLUMN     "mail_state" "reply_mail";

-- CreateIndex
CREATE INDEX "messages_mail_at_idx" ON "messages"("mail_at") WHERE (mail_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "messages_to_mail_idx" ON "messages"("conversation_id", "mail_at") WHERE (mail_state = 'waiting'::reply_mail OR mail_state = 'queued'::reply_mail);
