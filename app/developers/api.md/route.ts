import { sendMarkdown } from "@/app/send-markdown";
import { getBaseUrl } from "@/lib/base-url";
import { apiMarkdown } from "@/lib/http/open-api/developers-markdown";

export const dynamic = "force-dynamic";

/** The reference of the endpoints with a key as Markdown. */
export const GET = (request: Request) =>
  sendMarkdown(request, (locale) => apiMarkdown({ locale, url: getBaseUrl() }, "BOT_ID"));
