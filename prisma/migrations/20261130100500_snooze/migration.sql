-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "snoozed_from" "conversation_state";

-- CreateIndex
CREATE INDEX "conversations_snoozed_until_idx" ON "conversations"("snoozed_until") WHERE (state = 'snoozed'::conversation_state);
