import path from "node:path";
import { z } from "zod";

const blankIsUnset = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  z
    .preprocess(blankIsUnset, schema.optional())
    .transform((value) => (value === undefined ? fallback : value));

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d+$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `a whole number from ${min} to ${max}`);

const isUrlOf = (protocols: string[], value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const urlOf = (protocols: string[], example: string) =>
  z
    .string()
    .trim()
    .refine((value) => isUrlOf(protocols, value), `a URL such as ${example}`);

const urlsOf = (protocols: string[], example: string) =>
  z
    .string()
    .transform((value) => value.split(",").map((url) => url.trim()))
    .refine(
      (urls) => urls.every((url) => isUrlOf(protocols, url)),
      `a URL such as ${example}, or several of a cluster with commas between them`,
    )
    .transform((urls) => urls.join(","));

const placesOf = z
  .string()
  .transform((value) => value.split(",").map((place) => place.trim()))
  .refine(
    (places) => places.every((place) => /^[^\s:/]+:\d+$|^\[[0-9a-f:.]+\]:\d+$/i.test(place)),
    "host:port, several with commas between them, such as intranet.example.com:8080",
  );

/** Names with commas between them. */
const namesOf = z.string().transform((value) => [
  ...new Set(
    value
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
]);

const smtpUrl = z
  .string()
  .trim()
  .refine((value) => {
    if (!isUrlOf(["smtp:", "smtps:"], value)) return false;
    const { hostname, username, password, pathname, search, hash } = new URL(value);
    const isWhole = (username === "") === (password === "") && isPercentEncoded(username + password);
    return hostname !== "" && isWhole && ["", "/"].includes(pathname) && search === "" && hash === "";
  }, "smtps://user:password@smtp.example.com, or smtp:// for STARTTLS; what is special in a password is percent-encoded");

const mailbox = z
  .string()
  .trim()
  .transform((value) => {
    const [, name = "", address = value] = /^([^<>]*)<([^<>]*)>$/.exec(value) ?? [];
    return { name: name.trim().replace(/^"(.*)"$/, "$1"), address: address.trim() };
  })
  .refine(
    ({ name, address }) => z.email().max(254).safeParse(address).success && !/[\p{Cc}"\\]/u.test(name),
    "an address such as dawen@example.com, or Dawen <dawen@example.com>",
  );

const contactOf = z
  .string()
  .trim()
  .max(254)
  .refine(
    (value) => z.email().safeParse(value).success || isUrlOf(["https:"], value),
    "an address such as help@example.com, or a page such as https://example.com/contact",
  );

/** Names of buckets as S3 takes them. */
const bucketName = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i, "the name of a bucket, such as dawen-files");

const isPercentEncoded = (text: string) => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

const s3Variables = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

/** Faults between variables are looked for even when some variable is wrong by itself. */
const namedAtOnce = { when: () => true };

const envSchema = z
  .object({
    NODE_ENV: withDefault(
      z.enum(["development", "production", "test"], "development, production or test"),
      "production",
    ),
    HOST: withDefault(z.string().trim().min(1), "127.0.0.1"),
    PORT: withDefault(wholeNumber(0, 65535), 3000),
    BASE_URL: optional(urlOf(["http:", "https:"], "https://chat.example.com")),
    DATA_DIR: withDefault(z.string().trim().min(1), ".data"),
    DATABASE_URL: optional(urlOf(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/dawen")),
    REDIS_URL: optional(urlsOf(["redis:", "rediss:"], "redis://host:6379")),
    KV_REST_API_URL: optional(urlOf(["http:", "https:"], "https://name.upstash.io")),
    KV_REST_API_TOKEN: optional(z.string().trim().min(1)),
    NEXTAUTH_SECRET: optional(
      z.string().trim().min(32, "at least 32 characters; `openssl rand -hex 32` makes one"),
    ),
    NEXTAUTH_SECRET_OLD: optional(
      z
        .string()
        .transform((value) => value.split(",").map((secret) => secret.trim()))
        .refine(
          (secrets) => secrets.every((secret) => secret.length >= 32),
          "the former secrets with commas between them, each at least 32 characters",
        ),
    ),
    TRUSTED_PROXY_HOPS: withDefault(wholeNumber(0, 16), 0),
    SHUTDOWN_DELAY: withDefault(wholeNumber(0, 300), 0),
    CRON_SECRET: optional(
      z.string().trim().min(16, "at least 16 characters; `openssl rand -hex 32` makes one"),
    ),
    SIGNUP: withDefault(z.enum(["open", "invite", "closed"], "open, invite or closed"), "open"),
    PLANS: withDefault(z.enum(["on", "off"], "on or off"), "off"),
    SITE: withDefault(z.enum(["0", "1"], "0 or 1"), "1"),
    SITE_BOT: withDefault(z.enum(["0", "1"], "0 or 1"), "1"),
    OPERATOR_NAME: optional(z.string().trim().max(100, "a name of at most 100 characters")),
    OPERATOR_CONTACT: optional(contactOf),
    SEED_DEMO: optional(z.enum(["0", "1"], "0 or 1")),
    OPENAI_API_KEY: optional(z.string().trim().min(1)),
    OPENAI_BASE_URL: optional(urlOf(["http:", "https:"], "https://api.openai.com/v1")),
    OPENAI_MODEL: optional(z.string().trim().min(1)),
    OPENAI_MODELS: withDefault(namesOf, []),
    OPENAI_EMBEDDING_MODEL: optional(z.string().trim().min(1)),
    SMTP_URL: optional(smtpUrl),
    MAIL_FROM: optional(mailbox),
    S3_ENDPOINT: optional(urlOf(["http:", "https:"], "https://s3.eu-central-1.amazonaws.com")),
    S3_BUCKET: optional(bucketName),
    S3_REGION: optional(
      z
        .string()
        .trim()
        .regex(/^[a-z0-9-]{1,40}$/i, "a region such as eu-central-1"),
    ),
    S3_ACCESS_KEY_ID: optional(z.string().trim().min(1)),
    S3_SECRET_ACCESS_KEY: optional(z.string().trim().min(1)),
    EGRESS_ALLOW: withDefault(placesOf, []),
    LIMIT_BOT_PER_MINUTE: optional(wholeNumber(0, 1_000_000_000)),
    LIMIT_BOT_PER_DAY: optional(wholeNumber(0, 1_000_000_000)),
    LIMIT_NEW_CHATS_PER_HOUR: optional(wholeNumber(0, 1_000_000_000)),
    LOG_LEVEL: withDefault(z.enum(["debug", "info", "warn", "error"], "debug, info, warn or error"), "info"),
  })
  .superRefine((env, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (env.KV_REST_API_URL && !env.KV_REST_API_TOKEN)
      fault("KV_REST_API_TOKEN", "set together with KV_REST_API_URL");
    if (env.KV_REST_API_TOKEN && !env.KV_REST_API_URL)
      fault("KV_REST_API_URL", "set together with KV_REST_API_TOKEN");
    if (env.KV_REST_API_URL && env.REDIS_URL)
      fault("REDIS_URL", "left unset while KV_REST_API_URL is set: choose one KV store");
    if (env.NEXTAUTH_SECRET_OLD && !env.NEXTAUTH_SECRET)
      fault("NEXTAUTH_SECRET", "set together with NEXTAUTH_SECRET_OLD");
    if (env.OPENAI_EMBEDDING_MODEL && !env.OPENAI_API_KEY)
      fault("OPENAI_API_KEY", "set together with OPENAI_EMBEDDING_MODEL");
    if (env.SMTP_URL && !env.MAIL_FROM) fault("MAIL_FROM", "set together with SMTP_URL");
    if (env.MAIL_FROM && !env.SMTP_URL) fault("SMTP_URL", "set together with MAIL_FROM");
    const given = s3Variables.filter((name) => env[name]);
    if (given.length > 0 || env.S3_REGION)
      for (const name of s3Variables)
        if (!env[name]) fault(name, `set together with ${given[0] ?? "S3_REGION"}`);
    if (env.DATABASE_URL && !env.NEXTAUTH_SECRET)
      fault(
        "NEXTAUTH_SECRET",
        "set when DATABASE_URL is set (at least 32 characters; `openssl rand -hex 32` makes one)",
      );
  }, namedAtOnce);

export type Env = z.output<typeof envSchema> & {
  /** Absolute path of the folder that holds everything the embedded parts keep. */
  dataDir: string;
};

/** All wrong environment values at once, each with what was expected. */
class EnvError extends Error {
  constructor(readonly faults: { name: string; expected: string }[]) {
    super(
      [
        "Some environment values can't be used:",
        ...faults.map((f) => `  ${f.name}: expected ${f.expected}`),
      ].join("\n"),
    );
    this.name = "EnvError";
  }
}

/** Parses environment variables; unknown ones are ignored, blank ones count as unset. Throws EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => ({ name: String(issue.path[0] ?? "?"), expected: issue.message })),
    );
  }
  return { ...parsed.data, dataDir: path.resolve(parsed.data.DATA_DIR) };
}

let cached: Env | undefined;

/** The process's environment, parsed once. Throws EnvError on the first call if values are wrong. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
