-- CreateEnum
CREATE TYPE "widget_theme" AS ENUM ('auto', 'light', 'dark');

-- CreateEnum
CREATE TYPE "rating" AS ENUM ('up', 'down');

-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "offers_person" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "retention_days" INTEGER,
ADD COLUMN     "show_sources" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "suggestions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "theme" "widget_theme" NOT NULL DEFAULT 'auto';

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "person_handled_at" TIMESTAMPTZ(3),
ADD COLUMN     "wants_person_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "rated_at" TIMESTAMPTZ(3),
ADD COLUMN     "rating" "rating",
ADD COLUMN     "rating_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "visitors" ADD COLUMN     "email" TEXT,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "traits" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "widget_files" (
    "name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "widget_files_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "messages_rated_at_idx" ON "messages"("rated_at");
