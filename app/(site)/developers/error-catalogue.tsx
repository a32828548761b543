import { errorReasons, errorStatus } from "@/lib/error-reasons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { widgetErrorWords } from "@/lib/i18n/words/widget-errors";
import { ReferenceTable } from "../reference-table";

/** Every status with what it means, and every sentence that the endpoints refuse with. */
export function ErrorCatalogue({ locale }: { locale: Locale }) {
  const { developers } = getCatalog(locale);
  const words = developers.errors;
  const said = widgetErrorWords[locale];
  const example = { length: 301, max: 300 };
  const reasons = Object.entries(said.byReason).map(([reason, sentence]) => ({
    key: reason,
    cells: [
      statusOf(reason),
      <code key="reason">{reason}</code>,
      typeof sentence === "function" ? sentence(example) : sentence,
    ],
  }));
  return (
    <>
      <p className="max-w-form text-ink-soft">{words.lead}</p>
      <ReferenceTable
        caption={developers.reference.statuses}
        columns={[words.status, words.sentence]}
        rows={Object.entries(developers.statuses).map(([status, meaning]) => ({
          key: status,
          cells: [status, meaning],
        }))}
      />
      <ReferenceTable
        caption={words.title}
        columns={[words.status, words.reason, words.sentence]}
        rows={[
          ...reasons,
          { key: "405", cells: [errorStatus.method_not_allowed, "", said.methodNotAllowed("POST")] },
          { key: "429", cells: [errorStatus.rate_limited, "", said.rateLimited(30)] },
          { key: "500", cells: [errorStatus.internal, "", said.internal] },
        ]}
      />
    </>
  );
}

function statusOf(reason: string): number | null {
  const [, known] = Object.entries(errorReasons).find(([name]) => name === reason) ?? [];
  return known ? errorStatus[known.code] : null;
}
