import { describe, expect, it } from "vitest";
import { runDueJobs } from "./run-due-jobs";
import type { JobRunner } from "./start-jobs";

const secret = "s".repeat(32);
const runner: JobRunner = { runDue: async () => true, stop: async () => {} };
const read = async (response: Response) => [response.status, await response.json()];

describe("runDueJobs", () => {
  it("says that it isn't configured, and runs nothing", async () => {
    const [status, body] = await read(await runDueJobs(`Bearer ${secret}`, undefined, runner));
    expect(status).toBe(404);
    expect(body.error).toContain("CRON_SECRET");
  });

  it.each([null, "", secret, `Bearer ${secret}x`, "Bearer undefined"])("refuses %s", async (header) => {
    expect((await runDueJobs(header, secret, runner)).status).toBe(401);
  });

  it("runs what is due, and says whether all of it", async () => {
    expect(await read(await runDueJobs(`Bearer ${secret}`, secret, runner))).toEqual([
      200,
      { finished: true },
    ]);
    const busy: JobRunner = { ...runner, runDue: async () => false };
    expect(await read(await runDueJobs(`Bearer ${secret}`, secret, busy))).toEqual([
      200,
      { finished: false },
    ]);
  });

  it("is a 503 while the instance starts, and when the database fails", async () => {
    const broken: JobRunner = { ...runner, runDue: () => Promise.reject(new Error("away")) };
    for (const one of [null, broken])
      expect((await runDueJobs(`Bearer ${secret}`, secret, one)).status).toBe(503);
  });
});
