import { resetCommand } from "@/lib/accounts/commands";
import type { Ctx } from "@/lib/context";

/** What command-line tools may ask of a running instance, by name. The answer must be JSON. */
export const commands: Record<string, (ctx: Ctx, args: Record<string, unknown>) => Promise<unknown>> = {
  "user:reset": (ctx, { email }) => resetCommand(ctx, String(email)),
};
