import { execFile } from "node:child_process";

/** Runs a command-line tool of this project as `npm run` does; `output` is what it printed, to either stream. */
export function runScript(
  name: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const command = ["scripts/run-ts.mjs", `scripts/commands/${name}.ts`, ...args];
    const options = { env: { ...process.env, ...env } };
    const child = execFile(process.execPath, command, options, (_error, out, err) =>
      resolve({ code: child.exitCode ?? 1, output: err + out }),
    );
  });
}
