-- CreateEnum
CREATE TYPE "source_origin" AS ENUM ('file', 'page', 'site');

-- CreateEnum
CREATE TYPE "fetch_schedule" AS ENUM ('off', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "page_state" AS ENUM ('found', 'read', 'failed', 'gone', 'skipped');

-- CreateEnum
CREATE TYPE "page_choice" AS ENUM ('open', 'wanted', 'taken', 'left');

-- AlterEnum
ALTER TYPE "source_kind" ADD VALUE 'page';

-- AlterTable
ALTER TABLE "source_parts" ADD COLUMN     "is_wanted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "page_id" UUID;

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "address" TEXT,
ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "known_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "origin" "source_origin" NOT NULL DEFAULT 'file',
ADD COLUMN     "schedule" "fetch_schedule" NOT NULL DEFAULT 'off',
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "file_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "source_pages" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "state" "page_state" NOT NULL DEFAULT 'found',
    "choice" "page_choice" NOT NULL DEFAULT 'open',
    "fault" TEXT,
    "round" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL DEFAULT '',
    "etag" TEXT,
    "last_modified" TEXT,
    "body_hash" TEXT,
    "text_hash" TEXT,
    "part_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "changed_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_pages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_pages_team_id_source_id_idx" ON "source_pages"("team_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_pages_team_id_id_key" ON "source_pages"("team_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_pages_source_id_address_key" ON "source_pages"("source_id", "address");

-- CreateIndex
CREATE INDEX "source_parts_team_id_page_id_idx" ON "source_parts"("team_id", "page_id");

-- CreateIndex
CREATE INDEX "sources_due_at_idx" ON "sources"("due_at") WHERE (due_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "source_parts" ADD CONSTRAINT "source_parts_team_id_page_id_fkey" FOREIGN KEY ("team_id", "page_id") REFERENCES "source_pages"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_pages" ADD CONSTRAINT "source_pages_team_id_source_id_fkey" FOREIGN KEY ("team_id", "source_id") REFERENCES "sources"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What became documents up to now: of it, what lacks when a new state is published was deleted.
UPDATE "sources" s SET "known_keys" = coalesce((
  SELECT array_agg(split_part(d."external_id", ':', 3)) FROM "documents" d
  WHERE d."team_id" = s."team_id" AND d."bot_id" = s."bot_id" AND d."external_id" LIKE 'file:' || s."id" || ':%'), ARRAY[]::TEXT[]);
