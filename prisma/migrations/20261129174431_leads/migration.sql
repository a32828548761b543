-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "consent_at" TIMESTAMPTZ(3),
ADD COLUMN     "consent_text" TEXT,
ADD COLUMN     "consent_url" TEXT,
ADD COLUMN     "handled_at" TIMESTAMPTZ(3),
ADD COLUMN     "lead_at" TIMESTAMPTZ(3),
ADD COLUMN     "lead_folded" TEXT,
ADD COLUMN     "lead_question" TEXT;

-- When they were left isn't known of earlier ones: not later than anything that a member did.
UPDATE "conversations" c SET "lead_at" = c."created_at", "lead_question" = c."last_asked",
  "handled_at" = GREATEST(
    (SELECT max(m."created_at") FROM "messages" m WHERE m."conversation_id" = c."id" AND m."author" = 'agent'),
    CASE WHEN c."state" IN ('bot', 'closed') THEN c."state_at" END)
WHERE c."said_phone" IS NOT NULL OR c."said_email" IS NOT NULL;

-- CreateIndex
CREATE INDEX "conversations_team_id_lead_at_id_idx" ON "conversations"("team_id", "lead_at" DESC, "id" DESC) WHERE (lead_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "conversations_open_leads_idx" ON "conversations"("team_id", "lead_at" DESC, "id" DESC) WHERE (lead_at IS NOT NULL AND (state = 'waiting'::conversation_state OR (state <> 'closed'::conversation_state AND (handled_at IS NULL OR handled_at < lead_at))));
