import { readFile } from "node:fs/promises";

/** Of the kernel's clock that /proc counts in, in milliseconds. */
const tickMs = 10;

/** CPU time that a process has taken, in milliseconds. Linux only. */
export async function cpuMs(pid: number): Promise<number> {
  // The program's name in brackets may hold blanks: what follows the last bracket counts.
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
