"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/http/define-action";
import { retryJob, retryJobInput } from "@/lib/jobs/retry-job";

export const retryJobAction = defineAction(retryJobInput, async (ctx, input) => {
  await retryJob(ctx, input);
  refresh();
});
