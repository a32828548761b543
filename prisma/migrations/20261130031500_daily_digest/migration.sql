-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "digest_hour" INTEGER,
ADD COLUMN     "digested_at" TIMESTAMPTZ(3);
