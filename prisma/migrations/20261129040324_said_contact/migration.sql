-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "said_email" TEXT,
ADD COLUMN     "said_phone" TEXT;
