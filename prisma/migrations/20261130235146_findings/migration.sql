-- CreateTable
CREATE TABLE "findings" (
    "team_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "key" CHAR(64) NOT NULL,
    "kind" TEXT NOT NULL,
    "sureness" REAL NOT NULL,
    "gone_by" TEXT,
    "first_version_id" UUID NOT NULL,
    "first" INTEGER[],
    "second_version_id" UUID,
    "second" INTEGER[],

    CONSTRAINT "findings_pkey" PRIMARY KEY ("bot_id","key")
);

-- CreateTable
CREATE TABLE "finding_dismissals" (
    "team_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "key" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_dismissals_pkey" PRIMARY KEY ("bot_id","key")
);

-- CreateTable
CREATE TABLE "truth_checks" (
    "team_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "knowledge_version" INTEGER NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "truth_checks_pkey" PRIMARY KEY ("bot_id")
);

-- CreateIndex
CREATE INDEX "findings_first_version_id_idx" ON "findings"("first_version_id");

-- CreateIndex
CREATE INDEX "findings_second_version_id_idx" ON "findings"("second_version_id");

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_team_id_first_version_id_fkey" FOREIGN KEY ("team_id", "first_version_id") REFERENCES "document_versions"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_team_id_second_version_id_fkey" FOREIGN KEY ("team_id", "second_version_id") REFERENCES "document_versions"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_dismissals" ADD CONSTRAINT "finding_dismissals_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "truth_checks" ADD CONSTRAINT "truth_checks_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
