import { rotateSecret } from "@/lib/accounts/rotate-secret";
import { getBaseUrl } from "@/lib/base-url";
import type { Ctx } from "@/lib/context";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { listAllJobs } from "@/lib/jobs/list-all-jobs";
import { retryAnyJobs } from "@/lib/jobs/retry-any-jobs";
import { listPlansCommand, setPlanCommand } from "@/lib/plans/plan-commands";
import { inviteOwnerCommand, resetCommand } from "@/lib/teams/joining/commands";
import { partnerQuery } from "@/lib/teams/partners/partner-code";
import { addPartnerCommand, partnerReportCommand } from "@/lib/teams/partners/partner-commands";
import { newestMigration } from "@/server/backup/newest-migration";
import type { OpenDatabase } from "@/server/start/open-database";

type CommandCtx = Ctx & Pick<OpenDatabase, "copyTo">;
type Command = (ctx: CommandCtx, args: Record<string, unknown>) => Promise<unknown>;

/** What command-line tools may ask of an instance, by name. Answers are JSON. */
const commands: Record<string, Command> = {
  "backup:copy": async ({ db, copyTo }, { folder }) => {
    if (!copyTo) throw new Error("only the embedded database is copied by its instance");
    await copyTo(String(folder));
    return newestMigration(db);
  },
  "check:conversations": (ctx) => checkConversations(ctx),
  jobs: (ctx) => listAllJobs(ctx),
  "jobs:retry": (ctx, { which }) => retryAnyJobs(ctx, String(which)),
  "secret:rotate": (_ctx, { forget }) => rotateSecret({ isForgetting: forget === "1" }),
  "partner:add": async (ctx, { code, name, email }) => {
    const partner = {
      code: String(code),
      name: String(name),
      email: email === undefined ? null : String(email),
    };
    return `${getBaseUrl()}/?${partnerQuery}=${(await addPartnerCommand(ctx, partner)).code}`;
  },
  "partner:report": (ctx) => partnerReportCommand(ctx),
  "team:plans": (ctx) => listPlansCommand(ctx),
  "team:plan": (ctx, { team, plan, until }) =>
    setPlanCommand(ctx, {
      ...{ team: String(team), plan: String(plan) },
      until: until === undefined ? null : String(until),
    }),
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
