-- CreateTable
CREATE TABLE "quarter_counts" (
    "team_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visitor_turns" INTEGER NOT NULL,
    "answered_turns" INTEGER NOT NULL,
    "new_chats" INTEGER NOT NULL,
    "by_documents" INTEGER NOT NULL,
    "by_model" INTEGER NOT NULL,
    "by_small_talk" INTEGER NOT NULL,
    "by_unknown" INTEGER NOT NULL,
    "person_wishes" INTEGER NOT NULL,
    "unanswered" INTEGER NOT NULL,
    "rated_up" INTEGER NOT NULL,
    "rated_down" INTEGER NOT NULL,

    CONSTRAINT "quarter_counts_pkey" PRIMARY KEY ("bot_id","at")
);

-- CreateTable
CREATE TABLE "month_usage" (
    "team_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "bot_id" UUID NOT NULL,
    "turns" INTEGER NOT NULL,

    CONSTRAINT "month_usage_pkey" PRIMARY KEY ("team_id","month","bot_id")
);

-- CreateIndex
CREATE INDEX "quarter_counts_at_idx" ON "quarter_counts"("at");

-- AddForeignKey
ALTER TABLE "quarter_counts" ADD CONSTRAINT "quarter_counts_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "month_usage" ADD CONSTRAINT "month_usage_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
