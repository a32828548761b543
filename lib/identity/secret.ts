import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Env } from "@/lib/env";
import { processWide, setProcessWide } from "@/lib/process-wide";

type SecretEnv = Pick<Env, "NEXTAUTH_SECRET" | "NEXTAUTH_SECRET_OLD" | "dataDir">;

/** A secret that was replaced: what it sealed is good until then (milliseconds since 1970). */
type FormerSecret = { secret: string; until: number };
export type SecretFile = { current: string; former: FormerSecret[] };

const minLength = 32;

/**
 * The secret that seals session cookies: `NEXTAUTH_SECRET`, else the one in `dataDir/secret`, made on first use and
 * readable by its owner only. Read once a process.
 */
export async function getAuthSecret(env: SecretEnv): Promise<string> {
  const [current] = await getAuthSecrets(env);
  return current;
}

/**
 * The secret to seal with, then those it replaced: whatever is sealed or derived from a secret is opened with any of
 * them, and sealed again with the first. A former one counts until every session that it sealed has ended
 * (`rotateSecret`), or as long as
 * `NEXTAUTH_SECRET_OLD` names it.
 */
export async function getAuthSecrets(env: SecretEnv, now = Date.now()): Promise<[string, ...string[]]> {
  if (env.NEXTAUTH_SECRET) return [env.NEXTAUTH_SECRET, ...(env.NEXTAUTH_SECRET_OLD ?? [])];
  const { current, former } = await processWide(keyOf(env.dataDir), () => readOrCreateSecret(env.dataDir));
  return [current, ...former.filter(({ until }) => until > now).map(({ secret }) => secret)];
}

/**
 * Replaces the secret in `dataDir/secret` by a new one. Those it had before stay good for `keepMs`; with 0 they end at
 * once. For the process that holds the data folder.
 */
export async function rotateSecretFile(dataDir: string, keepMs: number, now = Date.now()): Promise<void> {
  const { current, former } = await readOrCreateSecret(dataDir);
  const kept = [{ secret: current, until: now + keepMs }, ...former].filter(({ until }) => until > now);
  const made = { current: newSecret(), former: keepMs > 0 ? kept : [] };
  const file = fileOf(dataDir);
  const draft = await writeDraft(file, made);
  await rename(draft, file);
  setProcessWide(keyOf(dataDir), Promise.resolve(made));
}

async function readOrCreateSecret(dataDir: string): Promise<SecretFile> {
  const file = fileOf(dataDir);
  const existing = await readSecret(file);
  if (existing) return existing;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = await writeDraft(file, { current: newSecret(), former: [] });
  try {
    // A hard link appears whole or not at all and never replaces what another process made meanwhile.
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readSecret(file);
  if (!made) throw new Error(`${file} holds no usable secret: delete it and start again`);
  return made;
}

/** The first line is the secret; each further one a former secret and the time until which it counts. */
async function readSecret(file: string): Promise<SecretFile | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
  const [current = "", ...rest] = text.trim().split("\n");
  if (current.trim().length < minLength) return null;
  const former = rest.flatMap((line) => {
    const [secret = "", until = ""] = line.trim().split(" ");
    return secret.length >= minLength ? [{ secret, until: Date.parse(until) }] : [];
  });
  return { current: current.trim(), former };
}

async function writeDraft(file: string, { current, former }: SecretFile): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const lines = [current, ...former.map(({ secret, until }) => `${secret} ${new Date(until).toISOString()}`)];
  await writeFile(draft, `${lines.join("\n")}\n`, { mode: 0o600, flag: "wx", flush: true });
  return draft;
}

function newSecret(): string {
  return randomBytes(32).toString("hex");
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, "secret");
}

function keyOf(dataDir: string): `auth-secret:${string}` {
  return `auth-secret:${dataDir}`;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
