import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { apiRoute } from "./api-route";
import { nodeBody } from "./widget/node-body";
import { readJsonBody } from "./widget/read-json-body";

/**
 * A dashboard's write with a JSON body, as apiRoute. What is no JSON object is answered with `bad_request`, what the
 * schema refuses with `invalid_input`.
 */
export function apiWrite<S extends z.ZodType>(
  request: Pick<Request, "method" | "body">,
  schema: S,
  handle: (ctx: ActorCtx, input: z.output<S>) => Promise<Response>,
): Promise<Response> {
  return apiRoute(request, async (ctx) => {
    const { data, success } = schema.safeParse(await readJsonBody({ body: nodeBody(request) }));
    if (!success) throw new AppError("invalid_input", "not what this route takes");
    return handle(ctx, data);
  });
}
