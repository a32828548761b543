-- CreateTable
CREATE TABLE "passage_quotes" (
    "team_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_conversation_id" UUID NOT NULL,

    CONSTRAINT "passage_quotes_pkey" PRIMARY KEY ("version_id","ordinal")
);

-- AddForeignKey
ALTER TABLE "passage_quotes" ADD CONSTRAINT "passage_quotes_team_id_version_id_fkey" FOREIGN KEY ("team_id", "version_id") REFERENCES "document_versions"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
