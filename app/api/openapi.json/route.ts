import { getBaseUrl } from "@/lib/base-url";
import { createOpenApi } from "@/lib/http/open-api/create-open-api";
import { markReached } from "@/lib/request-context";

export const dynamic = "force-dynamic";

/** The widget's endpoints as OpenAPI 3.1, for tools that import it from anywhere. */
export function GET(): Response {
  markReached();
  return Response.json(createOpenApi(getBaseUrl()), {
    headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300" },
  });
}
