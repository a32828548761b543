-- CreateEnum
CREATE TYPE "reply_stage" AS ENUM ('opening', 'going_on', 'handing_over');

-- AlterTable
ALTER TABLE "teams" ADD COLUMN     "has_replies" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "canned_replies" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "stage" "reply_stage" NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "canned_replies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "canned_replies_team_id_idx" ON "canned_replies"("team_id");

-- AddForeignKey
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
