-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "team_id" UUID,
    "name" TEXT NOT NULL,
    "key" TEXT,
    "input" JSONB NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'waiting',
    "again" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "progress_done" INTEGER,
    "progress_total" INTEGER,
    "fault" TEXT,
    "every_seconds" INTEGER,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "team_id" UUID,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ids" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_attempts" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "fault" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "jobs_team_id_state_id_idx" ON "jobs"("team_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "jobs_state_ended_at_idx" ON "jobs"("state", "ended_at");

-- CreateIndex
CREATE INDEX "jobs_due_at_idx" ON "jobs"("due_at") WHERE (every_seconds IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "jobs_name_key_key" ON "jobs"("name", "key");

-- CreateIndex
CREATE INDEX "outbox_team_id_idx" ON "outbox"("team_id");

-- CreateIndex
CREATE INDEX "outbox_created_at_idx" ON "outbox"("created_at");

-- CreateIndex
CREATE INDEX "outbox_attempts_message_id_idx" ON "outbox_attempts"("message_id");

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_attempts" ADD CONSTRAINT "outbox_attempts_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "outbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;
