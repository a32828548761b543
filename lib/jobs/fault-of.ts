import { isAppError } from "@/lib/errors";
import { isModelError } from "@/lib/model/model-error";

/** Why a job failed, by a name that screens have a sentence for; `internal` for what only the log can tell. */
export const jobFaults = [
  "internal",
  "cut_off",
  "bad_job",
  "store_away",
  "model_rate_limited",
  "model_key_refused",
  "model_request_refused",
  "model_wrong_address",
  "model_unavailable",
  "model_timed_out",
  "model_broken",
  "model_empty",
  "mail_none",
  "mail_unreachable",
  "mail_timed_out",
  "mail_hung_up",
  "mail_tls",
  "mail_login",
  "mail_later",
  "mail_refused",
  "mail_address",
  "mail_failed",
] as const;

export type JobFault = (typeof jobFaults)[number];

/** What another try by itself changes nothing about. */
export const finalFaults: readonly JobFault[] = ["bad_job", "mail_refused", "mail_address"];

export function faultOf(error: unknown): JobFault {
  if (isModelError(error)) return toJobFault(`model_${error.fault}`);
  if (!isAppError(error) || error.code !== "unavailable") return "internal";
  return jobFaults.find((fault) => fault === error.reason) ?? "store_away";
}

/** A stored name; `internal` for one that this build doesn't know. */
export function toJobFault(name: string): JobFault {
  return jobFaults.find((fault) => fault === name) ?? "internal";
}
