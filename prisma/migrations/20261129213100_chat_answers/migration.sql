-- AlterEnum
ALTER TYPE "source_kind" ADD VALUE 'answers';

-- CreateTable
CREATE TABLE "chat_answers" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_answers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "chat_answers_document_id_id_idx" ON "chat_answers"("document_id", "id");

-- CreateIndex
CREATE INDEX "chat_answers_conversation_id_turn_id_idx" ON "chat_answers"("conversation_id", "turn_id");

-- AddForeignKey
ALTER TABLE "chat_answers" ADD CONSTRAINT "chat_answers_team_id_document_id_fkey" FOREIGN KEY ("team_id", "document_id") REFERENCES "documents"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_answers" ADD CONSTRAINT "chat_answers_team_id_conversation_id_fkey" FOREIGN KEY ("team_id", "conversation_id") REFERENCES "conversations"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
