import type { Ctx } from "@/lib/context";
import { createMcp } from "@/lib/http/mcp/create-mcp";
import { createApi } from "@/lib/http/v1/create-api";
import { createKeyGate } from "@/lib/http/v1/key-gate";
import type { PageHandler } from "@/server/entry/handle-request";
import { isApiPath, mcpPath } from "@/server/entry/request-target";
import { answerRequest } from "./answer-request";

/** Sends what programs with a key ask to what answers it, and all else to the pages. */
export function withApiRoutes(pages: PageHandler, ctx: Ctx): PageHandler {
  const gate = createKeyGate(ctx);
  const [api, mcp] = [createApi(ctx, gate), createMcp(ctx, gate)];
  return (req, res) => {
    const [pathname = ""] = (req.url ?? "").split("?");
    if (!isApiPath(pathname)) return pages(req, res);
    return answerRequest(req, res, pathname === mcpPath ? mcp : api);
  };
}
