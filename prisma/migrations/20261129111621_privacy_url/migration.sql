-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "privacy_url" TEXT NOT NULL DEFAULT '';
