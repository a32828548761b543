-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "model_fault" TEXT;

-- AlterTable
ALTER TABLE "document_versions" ADD COLUMN     "vector_fault" TEXT;
