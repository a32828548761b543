import { cutText } from "@/lib/language/cut-text";

/** Code points; the server's limit. */
const maxSearch = 100;

/** What the address of the chats screen says that is searched for: at most 100 code points, without NUL; empty for nothing. */
export function readSearch(params: Pick<URLSearchParams, "get">): string {
  return cutText(params.get("q") ?? "", maxSearch).replaceAll("\0", "");
}
