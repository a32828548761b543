import type { EndpointText } from "@/lib/http/open-api/api-reference";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { ReferenceTable } from "../../reference-table";
import { SiteCode } from "../../site-code";

/** One endpoint: what it takes and answers, by its schemas, with a command that does it. */
export function ApiEndpoint({ endpoint, locale }: { endpoint: EndpointText; locale: Locale }) {
  const { apiReference: words, developers } = getCatalog(locale);
  const { reference } = developers;
  const copy = { copy: developers.copy, copied: developers.copied };
  const { name, title, description, method, path, scopes, tables, command, status, answer } = endpoint;
  return (
    <section aria-labelledby={name} className="mt-8">
      <h3 id={name} className="font-semibold">
        {title}
      </h3>
      <p translate="no" className="mt-1 font-mono text-sm wrap-anywhere">
        {method} {path}
      </p>
      <p className="mt-2 max-w-form text-ink-soft">{description}</p>
      <p className="mt-1 text-sm text-ink-soft">
        {words.permission}
        {scopes.map((scope) => (
          <code key={scope} translate="no" className="ml-2">
            {scope}
          </code>
        ))}
      </p>
      {tables.map(({ caption, rows }) => (
        <ReferenceTable
          key={caption}
          caption={`${caption} (${title})`}
          columns={[reference.field, reference.type, reference.meaning]}
          rows={rows.map((row) => ({
            key: row.name,
            cells: [
              <code key="name">{row.name}</code>,
              <span key="type" className="text-ink-soft">
                {row.type}
              </span>,
              row.meaning,
            ],
          }))}
        />
      ))}
      <div className="mt-4 flex flex-col gap-4">
        <SiteCode label={reference.example} code={command} words={copy} />
        <SiteCode label={`${words.gives} ${status}`} code={answer} words={copy} />
      </div>
    </section>
  );
}
