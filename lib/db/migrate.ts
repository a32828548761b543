import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { DatabaseAdapter } from "./adapter";

const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies the SQL migrations of `prisma/migrations` that the database has not seen, oldest first, and records them in
 * `_prisma_migrations` as Prisma's own command does. Returns the names of those applied now.
 */
export async function applyMigrations(adapter: DatabaseAdapter, root: string): Promise<string[]> {
  return withEngine(adapter, root, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(root),
      filters,
    });
    return appliedMigrationNames;
  });
}

/** The SQL that takes a database with all migrations applied to the schema file; empty when they agree. */
export async function diffMigrations(adapter: DatabaseAdapter, root: string): Promise<string> {
  return withEngine(adapter, root, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations(root)) },
      to: { tag: "schemaDatamodel", files: [await readSchema(root)] },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout && !stdout.includes("This is an empty migration") ? stdout : "";
  });
}

async function withEngine<T>(
  adapter: DatabaseAdapter,
  root: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const bg = await loadEngineModule(root);
  const schema = await readSchema(root);
  const { factory, endConnections } = withEndOfConnections(adapter);
  const engine = await bg.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await endConnections();
  }
}

/**
 * The engine leaves its connections open, and with them its lock: the next instance would wait until they are idle for
 * ten seconds.
 */
function withEndOfConnections({ factory, kind }: DatabaseAdapter) {
  if (kind === "embedded") return { factory, endConnections: async () => {} };
  const opened: SqlDriverAdapter[] = [];
  const connect = async () => {
    const connection = await factory.connect();
    opened.push(connection);
    return connection;
  };
  const { provider, adapterName, connectToShadowDb } = factory;
  return {
    factory: { provider, adapterName, connect, connectToShadowDb },
    endConnections: async () => void (await Promise.all(opened.map((connection) => connection.dispose()))),
  };
}

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

let engineModule: Promise<EngineModule> | undefined;

/**
 * The engine keeps its WebAssembly instance in a module variable: instantiated twice, the first one's objects break.
 */
function loadEngineModule(root: string): Promise<EngineModule> {
  engineModule ??= instantiateEngine(root);
  return engineModule;
}

async function instantiateEngine(root: string): Promise<EngineModule> {
  const bg = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const require = createRequire(path.join(root, "package.json"));
  const wasmPath = path.join(
    path.dirname(require.resolve("@prisma/schema-engine-wasm")),
    "schema_engine_bg.wasm",
  );
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {
    "./schema_engine_bg.js": bg,
  });
  bg.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bg;
}

async function readSchema(root: string) {
  const file = path.join(root, "prisma", "schema.prisma");
  return { path: file, content: await readFile(file, "utf8") };
}

/** The names of this build's migrations, oldest first. */
export async function listMigrations(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, "prisma", "migrations"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function readMigrations(root: string): Promise<MigrationList> {
  const baseDir = path.join(root, "prisma", "migrations");
  const names = await listMigrations(root);
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
