import { getDemoToken } from "@/app/demo/get-demo-token";
import { sendMarkdown } from "@/app/send-markdown";
import { getBaseUrl } from "@/lib/base-url";
import { getContext } from "@/lib/context";
import { developersMarkdown } from "@/lib/http/open-api/developers-markdown";

export const dynamic = "force-dynamic";

/** The developer centre as Markdown. */
export const GET = (request: Request) =>
  sendMarkdown(request, async (locale) => {
    const token = (await getDemoToken(await getContext())) ?? "TOKEN";
    return developersMarkdown({ locale, url: getBaseUrl() }, token);
  });
