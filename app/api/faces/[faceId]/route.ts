import { readPicture } from "@/lib/accounts/picture/read-picture";
import { getContext } from "@/lib/context";
import { errorStatus } from "@/lib/error-reasons";
import { toFailure } from "@/lib/to-failure";

/** Another picture has another address; who took theirs away is gone from every page within a week. */
const kept = "public, max-age=604800, immutable";
/** Its policy stands in server/entry/headers/response-headers.ts. Visitors' pages are other sites. */
const open = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

/** The picture of a member, for whoever has its address: it is random, and asks for no cookie. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ faceId: string }> },
): Promise<Response> {
  try {
    const jpeg = await readPicture(await getContext(), (await params).faceId);
    if (!jpeg) return refuse("not_found", errorStatus.not_found);
    return new Response(jpeg, {
      headers: {
        ...open,
        "Content-Type": "image/jpeg",
        "Content-Disposition": "inline",
        "Cache-Control": kept,
        "X-Robots-Tag": "noindex",
      },
    });
  } catch (error) {
    const { code, status } = toFailure(error, "a picture could not be read");
    return refuse(code, status);
  }
}

function refuse(error: string, status: number): Response {
  return Response.json({ error }, { status, headers: { ...open, "Cache-Control": "no-store" } });
}
