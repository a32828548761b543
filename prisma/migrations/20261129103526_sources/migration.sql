-- CreateEnum
CREATE TYPE "source_state" AS ENUM ('queued', 'reading', 'read', 'indexing', 'ready', 'failed');

-- AlterEnum
ALTER TYPE "source_kind" ADD VALUE 'file';

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "source_state" NOT NULL DEFAULT 'queued',
    "type" TEXT,
    "encoding" TEXT,
    "fault" TEXT,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "round" INTEGER NOT NULL DEFAULT 1,
    "progress_done" INTEGER,
    "progress_total" INTEGER,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_parts" (
    "team_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "place" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "source_parts_pkey" PRIMARY KEY ("source_id","ordinal")
);

-- CreateIndex
CREATE INDEX "sources_team_id_bot_id_state_idx" ON "sources"("team_id", "bot_id", "state");

-- CreateIndex
CREATE INDEX "sources_team_id_file_id_idx" ON "sources"("team_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_team_id_id_key" ON "sources"("team_id", "id");

-- CreateIndex
CREATE INDEX "source_parts_team_id_source_id_idx" ON "source_parts"("team_id", "source_id");

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_team_id_file_id_fkey" FOREIGN KEY ("team_id", "file_id") REFERENCES "files"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_parts" ADD CONSTRAINT "source_parts_team_id_source_id_fkey" FOREIGN KEY ("team_id", "source_id") REFERENCES "sources"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
