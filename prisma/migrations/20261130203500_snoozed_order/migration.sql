-- CreateIndex
CREATE INDEX "conversations_team_id_snoozed_until_id_idx" ON "conversations"("team_id", "snoozed_until", "id") WHERE (state = 'snoozed'::conversation_state);
