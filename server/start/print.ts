import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { describeConnections } from "@/lib/connections/describe-connections";
import type { Env } from "@/lib/env";

const signIn = z.object({ email: z.string(), password: z.string() });
const demoFile = z.object({ owner: signIn, editor: signIn, agent: signIn, other: signIn });

/** One finished step of the start with the seconds it took. */
export function printStep(text: string, sinceMs: number): void {
  const seconds = ((performance.now() - sinceMs) / 1000).toFixed(1);
  process.stdout.write(`  ✓ ${padToWidth(text, 40)} ${seconds.padStart(5)} s\n`);
}

/** What is configured, one line each: kinds, hosts and names, no secrets. */
export function printConnections(env: Env, baseUrl: string): void {
  for (const line of connectionLines(env, baseUrl)) process.stdout.write(`  · ${line}\n`);
}

export function connectionLines(env: Env, baseUrl: string): string[] {
  const { database, kv, model, mail, files } = describeConnections(env);
  const folder = env.DATA_DIR;
  const kvUrls = env.KV_REST_API_URL ?? env.REDIS_URL ?? "";
  const lines: [zh: string, en: string, value: string][] = [
    [
      "資料庫",
      "database",
      database === "embedded"
        ? `內建 embedded, ${path.join(folder, "db")}`
        : `PostgreSQL ${placesOf(env.DATABASE_URL ?? "")}`,
    ],
    [
      "即時資料",
      "live data",
      kv === "embedded" ? "內建 embedded" : `${kv === "rest" ? "REST" : "Redis"} ${placesOf(kvUrls)}`,
    ],
    ["語言模型", "model", model ?? "沒有 none: 直接引用文件 answers quote the documents"],
    [
      "寄信",
      "mail",
      mail === null
        ? "沒有 none: 連結由人轉交 links are handed over"
        : `${mail} (${placesOf(env.SMTP_URL ?? "")})`,
    ],
    [
      "檔案",
      "files",
      files === "folder"
        ? path.join(folder, "files")
        : `S3 ${placesOf(env.S3_ENDPOINT ?? "")}/${env.S3_BUCKET}`,
    ],
  ];
  if (env.EGRESS_ALLOW.length > 0) lines.push(["放行主機", "egress to", env.EGRESS_ALLOW.join(", ")]);
  const said = lines.map(([zh, en, value]) => `${padToWidth(`${zh} ${en}`, 20)} ${value}`);
  if (mail !== null && !env.BASE_URL)
    said.push(`信裡的連結指向 ${baseUrl}，要給別人用請設 BASE_URL · links in mails lead there: set BASE_URL`);
  return said;
}

/** The hosts of one or several addresses, without who signs in there. */
function placesOf(urls: string): string {
  return urls
    .split(",")
    .map((url) => new URL(url).host)
    .join(", ");
}

/** What this start did about the demo. It is left out where strangers could sign in and nobody asked for it. */
export type DemoState = "made" | "left_out" | "none";

/** Where to go now: the addresses and, at the start that made the demo, its sign-ins. */
export async function printReady(baseUrl: string, dataDir: string, state: DemoState): Promise<void> {
  const demo = await readDemo(dataDir);
  const lines = ["", "  Dawen 答問 已啟動 · is running", "", `  後台 Dashboard   ${baseUrl}/`];
  if (demo) lines.push(`  示範 Demo page   ${baseUrl}/demo`, "", ...signInLines(demo, dataDir, state));
  if (state === "left_out")
    lines.push(
      "",
      "  沒有建立示範：BASE_URL 是公開網址；需要的話請設 SEED_DEMO=1",
      "  No demo was made: BASE_URL is public; SEED_DEMO=1 makes one",
    );
  lines.push("", "  Ctrl-C 停止 · stops it", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Passwords are shown once: what a service prints at each start stays in its log for whoever reads that. */
function signInLines(demo: z.output<typeof demoFile>, dataDir: string, state: DemoState): string[] {
  if (state !== "made") return [`  示範帳號 Demo sign-ins   ${path.join(dataDir, "demo.json")}`];
  const row = (role: string, { email, password }: z.output<typeof signIn>) =>
    `    ${role}  ${email.padEnd(28)} ${password}`;
  return [
    "  示範帳號 Demo sign-ins",
    row("擁有者 owner ", demo.owner),
    row("編輯者 editor", demo.editor),
    row("客服　 agent ", demo.agent),
    row("另一隊 other ", demo.other),
    "",
    `  只顯示這一次，也存在 · shown this once, and kept in ${path.join(dataDir, "demo.json")}`,
  ];
}

/** Chinese characters take two columns of a terminal. */
function padToWidth(text: string, columns: number): string {
  const width = [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
  return text + " ".repeat(Math.max(0, columns - width));
}

async function readDemo(dataDir: string): Promise<z.output<typeof demoFile> | null> {
  try {
    return demoFile.parse(JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8")));
  } catch {
    return null;
  }
}
