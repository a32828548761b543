-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "bot_id" UUID,
    "name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_leftovers" (
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_leftovers_pkey" PRIMARY KEY ("storage_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "files_storage_key_key" ON "files"("storage_key");

-- CreateIndex
CREATE INDEX "files_team_id_bot_id_idx" ON "files"("team_id", "bot_id");

-- CreateIndex
CREATE INDEX "files_expires_at_idx" ON "files"("expires_at") WHERE (expires_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "files_created_at_idx" ON "files"("created_at") WHERE (stored_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "files_team_id_id_key" ON "files"("team_id", "id");

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever deletes a file's row, a cascade too: its bytes are noted for the upkeep.
CREATE FUNCTION "note_file_leftover"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "file_leftovers" ("storage_key") VALUES (OLD."storage_key") ON CONFLICT DO NOTHING; RETURN NULL; END $$;

CREATE TRIGGER "files_note_leftover" AFTER DELETE ON "files" FOR EACH ROW EXECUTE FUNCTION "note_file_leftover"();
