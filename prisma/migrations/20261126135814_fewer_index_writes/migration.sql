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

-- Room for an answered chat's new version on the page of the old one, where it needs no new index entries. Written by hand.
ALTER TABLE "conversations" SET (fillfactor = 80);
