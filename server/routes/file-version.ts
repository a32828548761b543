import type { Stats } from "node:fs";

/**
 * A text that changes with a file. The time alone doesn't: a file system may count it in steps of some milliseconds,
 * within which a file is replaced, and then its number is another.
 */
export const fileVersion = ({ ino, mtimeMs, size }: Stats): string => `${ino}-${mtimeMs}-${size}`;
