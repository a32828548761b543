import { AppError } from "@/lib/errors";
import { nextRoute } from "@/lib/http/widget/next-route";
import { widgetRoute } from "@/lib/http/widget/widget-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nextRoute(
  widgetRoute(null, () => {
    throw new AppError("not_found", "no such widget route", { reason: "no_route" });
  }),
);
