/** Next's redirect(), notFound() and the like travel as errors with a digest and must pass through whatever catches. */
export function isNavigation(error: unknown): boolean {
  return (
    error instanceof Error &&
    "digest" in error &&
    typeof error.digest === "string" &&
    error.digest.startsWith("NEXT_")
  );
}
