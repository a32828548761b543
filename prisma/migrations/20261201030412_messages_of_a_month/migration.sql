-- AlterEnum
ALTER TYPE "answered_by" ADD VALUE 'quota';

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "over_quota" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "plan_notices" (
    "team_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "share" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_notices_pkey" PRIMARY KEY ("team_id","month","share")
);

-- AddForeignKey
ALTER TABLE "plan_notices" ADD CONSTRAINT "plan_notices_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
