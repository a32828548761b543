/** Addresses of Next's own that no page asks for: its picture resizer, its data, its error pages by name. */
export function isOpenPath(url: string): boolean {
  const [path = ""] = url.split("?");
  return path.startsWith("/_next/static/") || !/^\/(?:_|404$|500$)/.test(path);
}
