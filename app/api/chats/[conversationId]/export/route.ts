import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { writeTranscript } from "@/lib/conversations/removal/write-transcript";
import { apiRoute } from "@/lib/http/api-route";
import { getCatalog } from "@/lib/i18n/get-catalog";

/** A chat as a text file, in the reader's language. */
export const GET = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const [{ conversationId }, locale] = await Promise.all([params, getRequestLocale()]);
    const { text, chatId } = await writeTranscript(ctx, conversationId, getCatalog(locale).chats.file);
    return new Response(text, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="chat-${chatId}.txt"`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
