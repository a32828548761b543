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

/** Where to go now: the addresses and, when the demo is there, its sign-ins. */
export async function printReady(baseUrl: string, dataDir: string): Promise<void> {
  const demo = await readDemo(dataDir);
  const lines = ["", "  Dawen 答問 已啟動 · is running", "", `  後台 Dashboard   ${baseUrl}/`];
  if (demo) {
    const row = (role: string, { email, password }: z.output<typeof signIn>) =>
      `    ${role}  ${email.padEnd(28)} ${password}`;
    lines.push(
      `  示範 Demo page   ${baseUrl}/demo`,
      "",
      "  示範帳號 Demo sign-ins",
      row("擁有者 owner ", demo.owner),
      row("編輯者 editor", demo.editor),
      row("客服　 agent ", demo.agent),
      row("另一隊 other ", demo.other),
    );
  }
  lines.push("", "  Ctrl-C 停止 · stops it", "");
  process.stdout.write(`${lines.join("\n")}\n`);
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
