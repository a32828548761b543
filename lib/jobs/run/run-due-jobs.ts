import { createHash, timingSafeEqual } from "node:crypto";
import { logError } from "@/lib/log";
import type { JobRunner } from "./start-jobs";

/** What a cron that waits for a minute still hears the end of. */
const withinMs = 25_000;

/**
 * Answers a cron's call: 200 `{"finished": boolean}` after running what is due, false when more was left than fits into
 * the time;
 * 404 while no secret is configured and 401 for a wrong one, each with a sentence; 503 while the instance starts or the
 * database is away.
 * @param authorization the request's header, `Bearer <secret>`
 */
export async function runDueJobs(
  authorization: string | null,
  secret: string | undefined,
  runner: JobRunner | null,
): Promise<Response> {
  if (!secret) return answer(404, { error: "Set CRON_SECRET to let a cron run jobs by this address." });
  if (!isSame(authorization ?? "", `Bearer ${secret}`))
    return answer(401, { error: "Send the header Authorization: Bearer and the value of CRON_SECRET." });
  if (!runner) return answer(503, { error: "The instance is starting: call again in a moment." });
  try {
    return answer(200, { finished: await runner.runDue(withinMs) });
  } catch (error) {
    logError("running the jobs that are due failed", error);
    return answer(503, { error: "The jobs could not be run; the log says why." });
  }
}

/** Takes as long for a near miss as for any other. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
