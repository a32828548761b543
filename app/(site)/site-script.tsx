/**
 * What the page does by itself besides the browser's own: site/main.ts. The entry leaves what says
 * `data-site` where it is.
 */
export function SiteScript() {
  return <script src="/site.js" data-site="" defer />;
}
