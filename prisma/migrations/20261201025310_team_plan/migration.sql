-- AlterTable
ALTER TABLE "teams" ADD COLUMN     "plan" TEXT NOT NULL DEFAULT 'unlimited',
ADD COLUMN     "plan_until" TIMESTAMPTZ(3);
