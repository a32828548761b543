import { z } from "zod";
import { emailField, nameField, newPasswordField, roleField } from "@/lib/accounts/account-fields";
import { requireStrongPassword } from "@/lib/accounts/passwords/require-strong-password";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import { type FieldFault, readFault } from "@/lib/field-faults";
import { idInput } from "@/lib/id-input";
import { hashPassword, noPassword } from "@/lib/identity/password";
import { writeAudit } from "@/lib/identity/write-audit";
import { firstPlan } from "@/lib/plans/limits-of";
import { closeInvite } from "@/lib/teams/invites/close-invite";

export const createAccountInput = z.object({
  email: emailField,
  name: nameField,
  /** `null` makes an account that nobody can sign in to before a reset link has set its password. */
  password: newPasswordField.nullable(),
  team: z.union([
    z.object({ name: nameField, partnerCode: z.string().nullable().optional() }),
    z.object({ id: idInput, role: roleField, inviteId: idInput.optional() }),
  ]),
});

export type CreateAccountInput = z.input<typeof createAccountInput>;

/**
 * A new account with its own new team, or as a member of one there is, in one transaction. With `inviteId` the
 * invitation is used up with it.
 * Throws AppError `invalid_input`, `conflict` (reason `email_taken`), `not_found` (reason `invite_invalid`),
 * `forbidden` (reason `invite_ended`), `limit_exceeded` (reason `team_full`).
 */
export async function createAccount(
  { db }: Pick<Ctx, "db">,
  input: CreateAccountInput,
): Promise<{ userId: string; teamId: string }> {
  const { email, name, password, team } = parse(input);
  if (password !== null) requireStrongPassword(password, email, "password");
  const passwordHash = password === null ? noPassword : await hashPassword(password);
  const userId = uuidv7();
  const teamId = "id" in team ? team.id : uuidv7();
  const role = "id" in team ? team.role : "owner";
  try {
    await db.$transaction(async (tx) => {
      await tx.user.create({ data: { id: userId, email, name, passwordHash } });
      if ("name" in team)
        await tx.team.create({
          data: { id: teamId, name: team.name, partnerCode: team.partnerCode, ...firstPlan(Date.now()) },
        });
      else if (team.inviteId) await closeInvite(tx, { id: team.inviteId, teamId });
      await tx.membership.create({ data: { teamId, userId, role } });
      await writeAudit(
        tx,
        { kind: "member", teamId, userId, userName: name },
        { action: "account.create", targetId: userId, detail: { role } },
      );
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new AppError("conflict", "an account with this address exists", { reason: "email_taken" });
    }
    throw error;
  }
  return { userId, teamId };
}

function parse(input: CreateAccountInput) {
  const parsed = createAccountInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldFault> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= readFault(issue.message);
  throw new AppError("invalid_input", "the account's fields are not valid", { fields });
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
