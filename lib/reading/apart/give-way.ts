import type { ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";

/** Who asks a bot goes before who reads a file. */
export function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}
