import { setPicture } from "@/lib/accounts/picture/set-picture";
import { apiRoute } from "@/lib/http/api-route";
import { readPictureBody } from "@/lib/http/widget/read-body";

/** Makes the body, a picture of at most 1 MiB, the member's own. */
export const POST = (request: Request) =>
  apiRoute(request, async (ctx) => {
    await setPicture(ctx, await readPictureBody(request));
    return new Response(null, { status: 204 });
  });
