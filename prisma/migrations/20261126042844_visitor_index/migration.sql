-- CreateIndex
CREATE INDEX "conversations_team_id_visitor_id_idx" ON "conversations"("team_id", "visitor_id");
