import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { type ErrorCode, errorStatus } from "@/lib/error-reasons";
import { fileResponse } from "@/lib/http/file-response";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { getAuthSecrets } from "@/lib/identity/secret";
import { paths } from "@/lib/paths";
import { isFileLink } from "@/lib/storage/file-link";
import { getBlobStore } from "@/lib/storage/get-blob-store";
import { type OpenFile, openFile } from "@/lib/storage/open-file";
import { toFailure } from "@/lib/to-failure";

/**
 * A file for whoever has a link to it that still counts; everything else is the same 404, but for a store that fails:
 * 500.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ fileId: string }> },
): Promise<Response> {
  const { fileId } = await params;
  const { searchParams } = new URL(request.url);
  if (!isFileLink(await getAuthSecrets(env()), fileId, searchParams)) return notThere(request);
  try {
    const file = await openFile(await getContext(), getBlobStore(), fileId);
    return file ? send(file) : notThere(request);
  } catch (error) {
    const { code, status } = toFailure(error, "a file could not be read");
    return refuse(request, code, status);
  }
}

function send(file: OpenFile): Response {
  const response = fileResponse(file);
  for (const [name, value] of Object.entries(file.isOfChat ? shown : closed))
    response.headers.set(name, value);
  return response;
}

type PageWords = Record<"title" | "description" | "action", string>;

/** Its policy, which lets nothing run, stands in server/entry/headers/response-headers.ts. */
const closed = {
  "Cache-Control": "private, no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Robots-Tag": "noindex",
};

/**
 * A picture of a chat is drawn on the visitor's page, which is another site, and asked for at each of its pages; where
 * that page lets no images in, the widget reads it.
 */
const shown = {
  ...closed,
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "private, max-age=600",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

function notThere(request: Request): Promise<Response> {
  return refuse(request, "not_found", errorStatus.not_found);
}

/** For a person a page with a way back, else the API's answer. */
async function refuse(request: Request, code: ErrorCode, status: number): Promise<Response> {
  // The widget reads what became of a picture that it can't draw.
  const headers = { ...closed, "Access-Control-Allow-Origin": "*", Vary: "Accept, Accept-Language, Cookie" };
  if (!request.headers.get("accept")?.includes("text/html"))
    return Response.json({ error: code }, { status, headers });
  const locale = await getRequestLocale();
  const { fileGone, failed } = getCatalog(locale).shell;
  const words = code === "not_found" ? fileGone : { ...failed, action: fileGone.action };
  return new Response(toPage(locale, words), {
    status,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}

/** Without styles and scripts, which the policy of this address forbids. The words are ours and hold no markup. */
function toPage(locale: Locale, { title, description, action }: PageWords): string {
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<main>
<h1>${title}</h1>
<p>${description}</p>
<p><a href="${paths.home}">${action}</a></p>
</main>
</html>
`;
}
