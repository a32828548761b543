-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "masks_personal" BOOLEAN NOT NULL DEFAULT true;
