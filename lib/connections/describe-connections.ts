import type { Env } from "@/lib/env";
import { defaultModel } from "@/lib/model/answer-models";

export type Connections = {
  database: "embedded" | "postgresql";
  kv: "embedded" | "redis" | "rest";
  /** The name of the model that words answers; null while documents answer by themselves. */
  model: string | null;
  /** The address that mails come from; null while none are sent. */
  mail: string | null;
  files: "folder" | "s3";
};

/** What is configured, without where it is and without secrets. */
export function describeConnections(env: Env): Connections {
  return {
    database: env.DATABASE_URL ? "postgresql" : "embedded",
    kv: env.KV_REST_API_URL ? "rest" : env.REDIS_URL ? "redis" : "embedded",
    model: env.OPENAI_API_KEY ? (env.OPENAI_MODEL ?? defaultModel) : null,
    mail: env.SMTP_URL ? (env.MAIL_FROM?.address ?? null) : null,
    files: env.S3_BUCKET ? "s3" : "folder",
  };
}
