import { inviteOwnerCommand, resetCommand } from "@/lib/accounts/commands";
import { getBaseUrl } from "@/lib/base-url";
import type { Ctx } from "@/lib/context";
import { checkConversations } from "@/lib/conversations/check-conversations";

type Command = (ctx: Ctx, args: Record<string, unknown>) => Promise<unknown>;

/** What command-line tools may ask of an instance, by name. Answers are JSON. */
const commands: Record<string, Command> = {
  "check:conversations": (ctx) => checkConversations(ctx),
  "user:reset": async (ctx, { email }) => link(await resetCommand(ctx, String(email))),
  "user:invite": async (ctx, { email, name, teamName }) =>
    link(
      await inviteOwnerCommand(ctx, {
        email: String(email),
        name: String(name),
        teamName: String(teamName),
      }),
    ),
};

/** The command of that name. Throws when there is none; `toString` is none. */
export function requireCommand(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Error(`${name}: no such command`);
  return command;
}

/** The one-time link that sets a password; null when there is no such account. */
function link(reset: { token: string } | null): string | null {
  return reset && `${getBaseUrl()}/reset/${reset.token}`;
}
