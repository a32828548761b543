import { createRequire } from "node:module";
import path from "node:path";

// Writes lib/db/generated from prisma/schema.prisma with the generator behind `prisma generate`. The command itself
// brings 200 MB that neither building nor serving needs. As ES modules these packages can't be loaded (7.10.0).

// Any existing path: no engine must be downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;

const require = createRequire(import.meta.url);
const { getGenerator } = require("@prisma/internals");
const { PrismaClientTsGenerator } = require("@prisma/client-generator-ts");
const { enginesVersion } = createRequire(require.resolve("@prisma/client-generator-ts"))(
  "@prisma/engines-version",
);

const generator = await getGenerator({
  schemaPath: path.resolve(import.meta.dirname, "../prisma/schema.prisma"),
  registry: { "prisma-client": { type: "in-process", generator: new PrismaClientTsGenerator() } },
  version: enginesVersion,
  cliCommand: "node scripts/generate-client.mjs",
  skipDownload: true,
});
await generator.generate();
generator.stop();
