/** The path of an address as a log may have it: without a query, and without the secret that some links hold. */
export function loggedPath(url: string | undefined): string {
  const [path = ""] = (url ?? "").split("?", 1);
  return path.replace(/(\/(?:invite|reset)\/)[^/]+/g, "$1…");
}
