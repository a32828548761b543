import { createHash } from "node:crypto";

/** The versioned name of the start script: its content decides it, so it never means another. */
export function pinnedWidgetName(content: Uint8Array): string {
  return `dawen-${createHash("sha256").update(content).digest("hex").slice(0, 10)}.js`;
}

/** Whether a file of the widget has its content's hash in its name: what it holds never changes. */
export function isVersionedName(name: string): boolean {
  return /-[0-9a-f]{10}\.js$/.test(name);
}

/** What a page's `integrity` attribute says of a script. */
export function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}
