-- CreateEnum
CREATE TYPE "unsupported_rule" AS ENUM ('drop', 'mark');

-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "answer_model" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "answer_threshold" REAL,
ADD COLUMN     "contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "fallback_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "instructions" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "maybe_threshold" REAL,
ADD COLUMN     "unsupported_rule" "unsupported_rule" NOT NULL DEFAULT 'drop';

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "degraded" BOOLEAN NOT NULL DEFAULT false;
