/** The `code` of a system or driver error such as `EADDRINUSE`; an empty string when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
