/**
 * A document that React wrote, without its scripts and without what the browser would fetch for them. Data for search
 * engines stays, and what says `data-site`. In such a document a `<` is a tag's, and a script's text holds no other
 * one.
 */
export function stripScripts(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) {
    const isScript = html.startsWith("<script", at);
    if (!isScript && !html.startsWith("<link", at)) continue;
    const tagEnd = html.indexOf(">", at);
    const end = isScript && tagEnd !== -1 ? html.indexOf("</script>", tagEnd) : tagEnd;
    if (end === -1) break;
    const tag = html.slice(at, tagEnd);
    const isKept = isScript
      ? tag.includes(' type="application/ld+json"') || tag.includes(" data-site")
      : !tag.includes(' as="script"');
    const next = isScript ? end + "</script>".length : end + 1;
    if (!isKept) {
      kept.push(html.slice(from, at));
      from = next;
    }
    at = next - 1;
  }
  return kept.join("") + html.slice(from);
}
