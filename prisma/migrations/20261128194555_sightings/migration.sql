-- CreateTable
CREATE TABLE "sightings" (
    "team_id" UUID NOT NULL,
    "bot_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sightings_pkey" PRIMARY KEY ("bot_id","domain")
);

-- AddForeignKey
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_team_id_bot_id_fkey" FOREIGN KEY ("team_id", "bot_id") REFERENCES "bots"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Where the widgets were seen last; since when isn't known.
INSERT INTO "sightings" ("team_id", "bot_id", "domain", "first_seen_at", "last_seen_at")
SELECT "team_id", "id", "widget_last_domain", "widget_last_seen_at", "widget_last_seen_at"
FROM "bots" WHERE length("widget_last_domain") <= 300 AND "widget_last_seen_at" IS NOT NULL;
