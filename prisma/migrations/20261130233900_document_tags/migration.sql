-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "off_at" TIMESTAMPTZ(3),
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];
