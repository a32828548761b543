import { defineConfig } from "prisma/config";

// Any existing path: the CLI must not try to download an engine; migrations run through lib/db/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
