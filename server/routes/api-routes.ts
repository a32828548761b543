import type { WidgetHandler } from "@/lib/http/widget/widget-route";
import type { PageHandler } from "@/server/entry/handle-request";
import { isApiPath } from "@/server/entry/request-target";
import { answerRequest } from "./answer-request";

/** Sends what programs with a key ask to what answers it, and all else to the pages. */
export function withApiRoutes(pages: PageHandler, api: WidgetHandler): PageHandler {
  return (req, res) => {
    const [pathname = ""] = (req.url ?? "").split("?");
    return isApiPath(pathname) ? answerRequest(req, res, api) : pages(req, res);
  };
}
