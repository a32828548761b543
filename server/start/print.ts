import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const signIn = z.object({ email: z.string(), password: z.string() });
const demoFile = z.object({ owner: signIn, editor: signIn, agent: signIn, other: signIn });

/** One finished step of the start with the seconds it took. */
export function printStep(text: string, sinceMs: number): void {
  const seconds = ((performance.now() - sinceMs) / 1000).toFixed(1);
  process.stdout.write(`  ✓ ${padToWidth(text, 40)} ${seconds.padStart(5)} s\n`);
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
