import { type ChildProcess, spawn } from "node:child_process";

const configured = [
  ...["DATABASE_URL", "REDIS_URL", "KV_REST_API_URL", "KV_REST_API_TOKEN", "BASE_URL", "HOST"],
  ...["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_MODELS"],
  ...["SMTP_URL", "MAIL_FROM", "S3_ENDPOINT", "S3_BUCKET", "S3_REGION"],
  ...["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ...["LIMIT_BOT_PER_MINUTE", "LIMIT_BOT_PER_DAY", "LIMIT_NEW_CHATS_PER_HOUR", "PLANS"],
];

export type ServerProcess = {
  child: ChildProcess;
  /** Resolves with the address once the server is ready; rejects with what it printed when it ends before. */
  ready: Promise<string>;
  /** Where it listens on 127.0.0.1, once it is ready. */
  port: Promise<number>;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Standard output and error so far. */
  output: () => string;
  /** Sends the signal and gives the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Made where it is asked for: what a test or a bench counts is then its own. */
const noSiteBot = { SITE_BOT: "0" };

/** So high that they count and refuse nobody: no bot of a shop is asked as often as one of a bench or a test. */
const ceilings = {
  LIMIT_BOT_PER_MINUTE: "100000000",
  LIMIT_BOT_PER_DAY: "1000000000",
  LIMIT_NEW_CHATS_PER_HOUR: "1000000",
};

/**
 * The built server of a checkout, this one's if no other is named, as a process of its own on a free port. Of the
 * environment only what is given configures it.
 */
export function startServerProcess(
  env: Record<string, string>,
  args: string[] = [],
  checkout = process.cwd(),
): ServerProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !configured.includes(name)),
  );
  const child = spawn(process.execPath, ["--enable-source-maps", "dist/server.mjs", ...args], {
    cwd: checkout,
    env: { ...inherited, NODE_ENV: "production", PORT: "0", ...ceilings, ...noSiteBot, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const told = new Promise<{ baseUrl: string; port: number }>((resolve, reject) => {
    child.on("message", (message) => {
      const { state, baseUrl, port } = Object(message);
      if (state === "ready") resolve({ baseUrl: String(baseUrl), port: Number(port) });
    });
    exited.then(() => reject(new Error(`the server ended before it was ready:\n${text}`)));
  });
  const ready = told.then(({ baseUrl }) => baseUrl);
  const port = told.then(({ port }) => port);
  ready.catch(() => {});
  port.catch(() => {});
  return {
    child,
    ready,
    port,
    exited,
    output: () => text,
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      return (await exited).code;
    },
  };
}
