import { execFileSync } from "node:child_process";

/** Memory that a process holds, in KiB. */
export function residentKib(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
}
