import { sendMarkdown } from "@/app/send-markdown";
import { getBaseUrl } from "@/lib/base-url";
import { llmsText } from "@/lib/http/open-api/developers-markdown";

export const dynamic = "force-dynamic";

/** Where assistants that read the site find what is written for machines. */
export const GET = (request: Request) => sendMarkdown(request, () => llmsText(getBaseUrl()), "text/plain");
