import { type ErrorCode, errorReasons, errorStatus, isErrorCode } from "@/lib/error-reasons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { apiErrorWords } from "@/lib/i18n/words/api-errors";
import { ReferenceTable } from "../../reference-table";

/** Every code with its status, where the `type` of a problem leads, and every reason with what to do. */
export function ApiErrors({ locale }: { locale: Locale }) {
  const { errors: words } = getCatalog(locale).apiReference;
  const said = apiErrorWords[locale];
  const codes: ErrorCode[] = Object.keys(errorStatus).filter(isErrorCode);
  return (
    <>
      <p className="max-w-form text-ink-soft">{words.lead}</p>
      <ReferenceTable
        caption={words.code}
        columns={[words.code, words.status, words.meaning]}
        rows={codes.map((code) => ({
          key: code,
          cells: [
            <code key="code" id={`error-${code}`}>
              {code}
            </code>,
            errorStatus[code],
            `${said.titles[code]}${locale === "en" ? ". " : "。"}${said.byCode[code]}`,
          ],
        }))}
      />
      <ReferenceTable
        caption={words.reason}
        columns={[words.reason, words.code, words.meaning]}
        rows={Object.entries(said.byReason).map(([reason, sentence]) => ({
          key: reason,
          cells: [<code key="reason">{reason}</code>, <code key="code">{codeOf(reason)}</code>, sentence],
        }))}
      />
    </>
  );
}

function codeOf(reason: string): string {
  return Object.entries(errorReasons).find(([name]) => name === reason)?.[1].code ?? "";
}
