-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "last_asked" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "folded" TEXT;

-- CreateIndex
CREATE INDEX "conversations_team_id_wants_person_at_idx" ON "conversations"("team_id", "wants_person_at") WHERE (wants_person_at > COALESCE(person_handled_at, '-infinity'::timestamp with time zone));

-- What visitors asked last in the chats there are. Their turns are folded by the running server, piece by piece.
UPDATE "conversations" c SET "last_asked" = m.text
FROM (
  SELECT DISTINCT ON ("conversation_id") "conversation_id", array_to_string("bubbles", ' ') AS text
  FROM "messages" WHERE "author" = 'visitor' ORDER BY "conversation_id", "id" DESC
) m
WHERE m."conversation_id" = c."id";
