-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "given_by" TEXT;
