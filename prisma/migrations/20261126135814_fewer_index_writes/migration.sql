-- DropIndex
DROP INDEX "messages_rated_at_idx";

-- DropIndex
DROP INDEX "messages_state_created_at_idx";

-- CreateTable
CREATE TABLE "checkpoints" (
    "job" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("job")
);

-- CreateIndex
CREATE INDEX "messages_rated_at_idx" ON "messages"("rated_at") WHERE (rated_at IS NOT NULL);
