/** The address a link may lead to (http, https, mailto, tel), or "". */
export function safeHref(address: string): string {
  try {
    const url = new URL(address);
    return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : "";
  } catch {
    return "";
  }
}
