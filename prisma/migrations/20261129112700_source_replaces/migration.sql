-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "replaces_id" UUID;
