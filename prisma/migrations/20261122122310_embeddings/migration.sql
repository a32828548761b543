-- AlterTable
ALTER TABLE "document_versions" ADD COLUMN     "vector_model" TEXT,
ADD COLUMN     "vectors" BYTEA;
