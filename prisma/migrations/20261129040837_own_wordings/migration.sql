-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "wordings" TEXT NOT NULL DEFAULT '';
