/** What a page says to search engines in schema.org's words. */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data });
  // A script's text ends at `</script`, wherever it stands; JSON may write `<` otherwise.
  const html = json.replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own catalogs, with no `<` left in it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}
