import { getBaseUrl } from "@/lib/base-url";
import { fieldMessages } from "@/lib/i18n/field-messages";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { apiErrorWords } from "@/lib/i18n/words/api-errors";
import { findWords } from "@/lib/i18n/words/find-words";
import { paths } from "@/lib/paths";
import { currentRequest } from "@/lib/request-context";
import type { Failure } from "@/lib/to-failure";
import type { Problem } from "./endpoints";

/** What a refusal tells beside what the table of errors does. */
export type Hint = { scopes?: readonly string[]; fields?: readonly string[] };

type Refused = Pick<Failure, "code" | "status"> & Partial<Failure>;

/** A program's `application/problem+json` (RFC 9457), in the words of the one table of errors. */
export function problemOf(failure: Refused, locale: Locale, hint: Hint = {}): Problem {
  const { code, status, reason, fields = {}, retryAfter } = failure;
  const words = apiErrorWords[locale];
  const catalog = getCatalog(locale);
  const said =
    code === "rate_limited" && retryAfter && !reason
      ? words.retryIn(retryAfter)
      : (findWords(words.byReason, reason) ??
        findWords(catalog.errors.byReason, reason) ??
        words.byCode[code]);
  const more = [
    hint.scopes && words.needs(hint.scopes.join(", ")),
    hint.fields && words.accepts(hint.fields.join(", ")),
  ];
  const sentences = fieldMessages(catalog, fields);
  const errors = Object.entries(fields).map(([field, { fault }]) => ({
    field,
    code: fault,
    detail: sentences[field] ?? "",
  }));
  return {
    type: `${getBaseUrl()}${paths.developersApi}#error-${code}`,
    title: words.titles[code],
    status,
    detail: [said, ...more].filter(Boolean).join(" "),
    code,
    ...(reason && { reason }),
    request_id: currentRequest()?.id ?? "",
    ...(errors.length > 0 && { errors }),
  };
}
