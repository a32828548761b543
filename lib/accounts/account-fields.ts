import { z } from "zod";
import { cleanLine, countCodePoints, hasVisibleCharacter } from "@/lib/language/clean-text";
import { lengthFault } from "@/lib/language/length-fault";

// Faults are keys of the catalogs' errors.byField.
const isWithin = (most: number) => (text: string) => countCodePoints(text) <= most;
const tooLong = (most: number) => ({
  error: ({ input }: { input?: unknown }) => lengthFault("too_long", most, input),
});

/** A name of a person or a team: one line, 1 to 60 characters, something of it visible. */
export const nameField = z
  .string("required")
  .max(1_000, tooLong(60))
  .transform(cleanLine)
  .refine(hasVisibleCharacter, "required")
  .refine(isWithin(60), tooLong(60));

/** Trimmed, NFKC, lower case; so `Ａ@EXAMPLE.com ` and `a@example.com` are one account. */
export const emailField = z
  .string("required")
  .max(1_000, tooLong(254))
  .transform(normalizeEmail)
  .pipe(z.string().min(1, "required").max(254, tooLong(254)).email("invalid_email"));

/** 8 to 200 characters. What it may not be is `requireStrongPassword`'s matter. */
export const newPasswordField = z
  .string("required")
  .refine((password) => countCodePoints(password) >= 8, {
    error: ({ input }) => lengthFault("too_short", 8, input),
  })
  .refine(isWithin(200), tooLong(200));

/** A password to compare: anything a form can send, within reason. */
export const givenPasswordField = z.string("required").min(1, "required").max(1_000, tooLong(1_000));

/** The secret of a link, as a URL or a form gives it back. */
export const tokenField = z.string("required").min(1, "required").max(200, tooLong(200));

export const roleField = z.enum(["owner", "editor", "agent"], "invalid_choice");

export function normalizeEmail(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cc}/gu, "")
    .trim()
    .toLowerCase();
}
