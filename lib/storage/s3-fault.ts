import type { AppError } from "@/lib/errors";
import { type StorageReason, storageFault } from "./storage-fault";

/** What S3's own codes mean for whoever set it up. */
const reasons: Record<string, StorageReason> = {
  InvalidAccessKeyId: "storage_login",
  SignatureDoesNotMatch: "storage_login",
  AccessDenied: "storage_denied",
  AllAccessDisabled: "storage_denied",
  RequestTimeTooSkewed: "storage_clock",
  NoSuchBucket: "storage_bucket",
  InvalidBucketName: "storage_bucket",
  PermanentRedirect: "storage_region",
  TemporaryRedirect: "storage_region",
  AuthorizationHeaderMalformed: "storage_region",
  IllegalLocationConstraintException: "storage_region",
  EntityTooLarge: "storage_full",
  QuotaExceeded: "storage_full",
  XMinioStorageFull: "storage_full",
};

const connectionCodes = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/** Why a request to S3 failed: its answer, or what undici threw. */
export function toS3Fault(fault: { statusCode: number; xml: string } | unknown): AppError {
  const { statusCode, xml, code, name, message } = Object(fault);
  if (typeof statusCode === "number") {
    const said = /<Code>(\w{1,60})</.exec(String(xml))?.[1] ?? "";
    const reason = Object.hasOwn(reasons, said) ? reasons[said] : byStatus(statusCode);
    return storageFault(reason ?? "storage_failed", `${statusCode} ${said}`);
  }
  const text = `${name} ${code} ${message} ${Object(Object(fault).cause).code}`;
  if (/Timeout|ETIMEDOUT/.test(text)) return storageFault("storage_timed_out", fault);
  if (connectionCodes.some((one) => text.includes(one))) return storageFault("storage_unreachable", fault);
  if (/CERT|ERR_TLS|ERR_SSL|self.signed/i.test(text)) return storageFault("storage_tls", fault);
  return storageFault("storage_failed", fault);
}

function byStatus(status: number): StorageReason {
  if (status === 401 || status === 403) return "storage_login";
  if (status >= 300 && status < 400) return "storage_region";
  return status === 404 ? "storage_bucket" : "storage_failed";
}
