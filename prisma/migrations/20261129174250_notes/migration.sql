-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "noted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "messages_noted_at_idx" ON "messages"("noted_at") WHERE (noted_at IS NOT NULL);
