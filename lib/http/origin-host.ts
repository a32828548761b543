import type { WidgetRequest } from "./widget/widget-request";

const maxHostLength = 255;
const scheme = "https://";

/**
 * The host of a request's `Origin`, with its port where it isn't the scheme's own; null for none, `null` or nonsense.
 */
export function originHost(request: Pick<WidgetRequest, "headers">): string | null {
  const origin = request.headers.get("origin");
  if (
    !origin ||
    origin.length > maxHostLength + scheme.length ||
    !/^https?:\/\//i.test(origin) ||
    !URL.canParse(origin)
  )
    return null;
  const { host } = new URL(origin);
  return host !== "" && host.length <= maxHostLength ? host : null;
}
