import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { env } from "@/lib/env";
import { findLocale, type Locale } from "@/lib/i18n/locale";
import { markReached } from "@/lib/request-context";

/** A page of the public site as Markdown, in the language that `?lang=` names, else the reader's. */
export async function sendMarkdown(
  request: Pick<Request, "url">,
  write: (locale: Locale) => string | Promise<string>,
  type = "text/markdown",
): Promise<Response> {
  markReached();
  if (env().SITE === "0") return new Response("Not found\n", { status: 404 });
  const locale = findLocale(new URL(request.url).searchParams.get("lang")) ?? (await getRequestLocale());
  return new Response(await write(locale), {
    headers: {
      ...{
        "Content-Type": `${type}; charset=utf-8`,
        "Content-Language": locale,
        Vary: "Accept-Language, Cookie",
      },
      "Cache-Control": "no-cache",
    },
  });
}
