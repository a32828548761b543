-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('draft', 'queued', 'reading', 'indexing', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('member', 'api_key', 'visitor', 'system');

-- DropForeignKey
ALTER TABLE "documents" DROP CONSTRAINT "documents_team_id_published_version_id_fkey";

-- DropIndex
DROP INDEX "documents_team_id_published_version_id_key";

-- AlterTable
ALTER TABLE "audit_log" ADD COLUMN     "actor_kind" "actor_kind" NOT NULL DEFAULT 'member',
ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB;

-- What the server noted by itself has no actor.
UPDATE "audit_log" SET "actor_kind" = 'system' WHERE "actor_id" IS NULL;
ALTER TABLE "audit_log" ALTER COLUMN "actor_kind" DROP DEFAULT;

-- AlterTable
ALTER TABLE "document_versions" ALTER COLUMN "content" SET DEFAULT '',
ALTER COLUMN "segment" DROP NOT NULL;

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "etag" TEXT,
ADD COLUMN     "fault" TEXT,
ADD COLUMN     "fetched_at" TIMESTAMPTZ(3),
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "progress" REAL,
ADD COLUMN     "source" JSONB,
ADD COLUMN     "state" "document_state" NOT NULL DEFAULT 'ready';

-- A document is called as the version that answers, or as its newest one.
UPDATE "documents" d SET "name" = v."title"
FROM (
  SELECT DISTINCT ON (v."document_id") v."document_id", v."title"
  FROM "document_versions" v JOIN "documents" o ON o."id" = v."document_id"
  ORDER BY v."document_id", v."id" IS NOT DISTINCT FROM o."published_version_id" DESC, v."number" DESC
) v
WHERE v."document_id" = d."id";
UPDATE "documents" SET "state" = 'draft' WHERE "published_version_id" IS NULL;
ALTER TABLE "documents" ALTER COLUMN "state" SET DEFAULT 'draft';

-- CreateIndex
CREATE INDEX "audit_log_team_id_target_id_idx" ON "audit_log"("team_id", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_versions_document_id_id_key" ON "document_versions"("document_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_id_published_version_id_key" ON "documents"("id", "published_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_team_id_bot_id_external_id_key" ON "documents"("team_id", "bot_id", "external_id") WHERE (external_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_id_published_version_id_fkey" FOREIGN KEY ("id", "published_version_id") REFERENCES "document_versions"("document_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
