import type { WidgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import type { PageHandler } from "@/server/entry/handle-request";
import { answerRequest } from "./answer-request";

const widgetPath = "/api/widget/";

/**
 * Answers the widget's endpoints straight from Node's request to its response: what Next does on the way (its router,
 * two web streams and a context) is a good part of what a message costs. All else goes to the pages.
 * @param load the handlers by their addresses; in development those of the newest code
 */
export function withWidgetRoutes(
  pages: PageHandler,
  load: () => WidgetHandlers | Promise<WidgetHandlers>,
): PageHandler {
  return async (req, res) => {
    const [pathname = ""] = (req.url ?? "").split("?");
    if (!pathname.startsWith(widgetPath)) return pages(req, res);
    const handlers = await load();
    const handle = Object.hasOwn(handlers, pathname) ? handlers[pathname] : undefined;
    return handle ? answerRequest(req, res, handle) : pages(req, res);
  };
}
