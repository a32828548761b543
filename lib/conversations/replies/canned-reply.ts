import type { ReplyStage } from "@/lib/db/generated/enums";

/** A reply that a team keeps ready. */
export type CannedReply = {
  id: string;
  /** When in a chat it is said. */
  stage: ReplyStage;
  /** What it is found by. */
  name: string;
  /** With the names of what is filled in, `{visitor}`. */
  text: string;
};
