import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { packTranscript } from "@/lib/conversations/pictures/pack-transcript";
import { writeTranscript } from "@/lib/conversations/removal/write-transcript";
import { apiRoute } from "@/lib/http/api-route";
import { toStream } from "@/lib/http/file-response";
import { getCatalog } from "@/lib/i18n/get-catalog";

/** A chat as a text file, in the reader's language; with its pictures, where it has any, as a ZIP. */
export const GET = (request: Request, { params }: { params: Promise<{ conversationId: string }> }) =>
  apiRoute(request, async (ctx) => {
    const [{ conversationId }, locale] = await Promise.all([params, getRequestLocale()]);
    const transcript = await writeTranscript(ctx, conversationId, getCatalog(locale).chats.file);
    const isPacked = transcript.pictures.length > 0;
    return new Response(isPacked ? toStream(packTranscript(ctx, transcript)) : transcript.text, {
      headers: {
        "Content-Type": isPacked ? "application/zip" : "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="chat-${transcript.chatId}.${isPacked ? "zip" : "txt"}"`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
