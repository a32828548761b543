-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "columns" JSONB;
