import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { type FieldFault, readFault } from "@/lib/field-faults";
import type { ActorCtx } from "@/lib/identity/actor";
import { markReached } from "@/lib/request-context";
import { requireActorCtx } from "@/lib/session/current-actor";
import { type Failure, toFailure } from "@/lib/to-failure";
import { actedAs, actedAsField } from "./acted-as";
import { isNavigation } from "./is-navigation";
import { requireForm } from "./require-form";
import { requireSameOrigin } from "./require-same-origin";

/** What a form shows after its action ran; `code` and `reason` are turned into words by lib/i18n. */
export type ActionState<T = unknown> =
  | { status: "idle" }
  | { status: "done"; data: T; at: number }
  | ({ status: "error"; at: number } & Pick<Failure, "code" | "fields"> &
      Partial<Pick<Failure, "reason" | "retryAfter" | "theirs">> & {
        /**
         * Of a form that works without scripts: its fields as they were sent, for a page that is drawn anew with them.
         */
        typed?: Record<string, string>;
      });

/**
 * A dashboard write as a server action for `useActionState`: same-origin check, session, schema, verb, typed error.
 * What a page sends that was drawn for another account or team than the browser's now is refused.
 * The form's fields are read as strings; a repeated field keeps its last value, and `base.x` is `x` of an object
 * `base`.
 * What the schema refuses comes back as `invalid_input` with the field names; errors that are nobody's fault are logged
 * and shown as `internal`.
 */
export function defineAction<S extends z.ZodType, T>(
  schema: S,
  verb: (ctx: ActorCtx, input: z.output<S>) => Promise<T>,
) {
  return async (_previous: ActionState<T>, form: FormData): Promise<ActionState<T>> =>
    runAction(async () => {
      // First of all: no form of ours sends anything else, whoever is signed in.
      const drawnFor = requireForm(form).get(actedAsField);
      const ctx = await requireActorCtx();
      if (drawnFor !== null && drawnFor !== actedAs(ctx.actor))
        throw new AppError("conflict", "the page was drawn for another actor", { reason: "acts_elsewhere" });
      return verb(ctx, parseForm(schema, form));
    });
}

/**
 * The same wrapper for writes that need no session (sign-up, reset by link).
 * @param typed what a refusal gives back, for a page without scripts; see `typedOf`
 */
export async function runAction<T>(
  work: () => Promise<T>,
  typed?: Record<string, string>,
): Promise<ActionState<T>> {
  markReached();
  try {
    await requireSameOrigin();
    return { status: "done", data: await work(), at: Date.now() };
  } catch (error) {
    if (isNavigation(error)) throw error;
    const { code, reason, fields, retryAfter, theirs } = toFailure(error, "action failed");
    return { status: "error", code, reason, fields, retryAfter, theirs, typed, at: Date.now() };
  }
}

/** Fields of a form as somebody typed them, cut to what one line holds. Never name a password. */
export function typedOf(form: unknown, names: readonly string[]): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, toStorable(value.slice(0, mostTyped))]] : [];
    }),
  );
}

const mostTyped = 300;

/**
 * Reads a form by a schema, its texts well-formed and without NUL; throws AppError `invalid_input` naming
 * each wrong field with the fault that the schema's message says.
 */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): z.output<S> {
  const sent = [...requireForm(form).entries()]
    .filter(([name]) => !name.startsWith("$ACTION") && name !== actedAsField)
    .map(([name, value]) => [name, typeof value === "string" ? toStorable(value) : value] as const);
  const raw: Record<string, unknown> = Object.fromEntries(
    sent.filter(([name]) => !name.startsWith(basePrefix)),
  );
  const base = sent.filter(([name]) => name.startsWith(basePrefix));
  if (base.length > 0)
    raw.base = Object.fromEntries(base.map(([name, value]) => [name.slice(basePrefix.length), value]));
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldFault> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? "")] ??= readFault(issue.message);
  throw new AppError("invalid_input", "the form's input is not valid", { fields });
}

const basePrefix = "base.";

/** What PostgreSQL can't hold never comes further than here. */
function toStorable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
