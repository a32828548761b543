-- CreateTable
CREATE TABLE "muted_bots" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,

    CONSTRAINT "muted_bots_pkey" PRIMARY KEY ("team_id","user_id","bot_id")
);

-- CreateIndex
CREATE INDEX "muted_bots_team_id_bot_id_idx" ON "muted_bots"("team_id", "bot_id");

-- AddForeignKey
ALTER TABLE "muted_bots" ADD CONSTRAINT "muted_bots_team_id_user_id_fkey" FOREIGN KEY ("team_id", "user_id") REFERENCES "memberships"("team_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "muted_bots" ADD CONSTRAINT "muted_bots_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
