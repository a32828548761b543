-- DropIndex
DROP INDEX "conversations_team_id_wants_person_at_idx";

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "state_at" TIMESTAMPTZ(3);

-- Who waits for a person does so since they asked; who was handled is with the bot since then. When those had asked stands in
-- their turns.
UPDATE "conversations" SET
  "state" = (CASE WHEN "wants_person_at" > COALESCE("person_handled_at", '-infinity') THEN 'waiting' ELSE 'bot' END)::"conversation_state",
  "state_at" = GREATEST("wants_person_at", "person_handled_at")
WHERE "wants_person_at" IS NOT NULL OR "person_handled_at" IS NOT NULL;

-- AlterTable
ALTER TABLE "conversations" DROP COLUMN "closed_at",
DROP COLUMN "person_handled_at",
DROP COLUMN "visitor_secret_hash",
DROP COLUMN "wants_person_at";
