import type { ReactNode } from "react";
import { widgetConfig } from "@/lib/contract/config";
import { configFields } from "@/lib/contract/config-fields";
import { askedOf, endpoints } from "@/lib/contract/endpoints";
import { headers, headersOf } from "@/lib/http/open-api/create-open-api";
import type { Curl } from "@/lib/http/open-api/curls-of";
import { listFields } from "@/lib/http/open-api/list-fields";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { findWords } from "@/lib/i18n/words/find-words";
import { ReferenceTable } from "../reference-table";
import { SiteCode } from "../site-code";

/** One endpoint: what it is asked and answers, by its schema, with a command that does it. */
export function EndpointReference({ curl, locale }: { curl: Curl; locale: Locale }) {
  const { developers, bots } = getCatalog(locale);
  const { reference } = developers;
  const name = curl.endpoint;
  const endpoint = endpoints[name];
  const words = developers.endpoints[name];
  const copy = { copy: developers.copy, copied: developers.copied };
  const stream = findWords(developers.streams, name);
  const columns = [reference.field, reference.type, reference.meaning];
  const looks = bots.appearance.fields;
  const configMeaning: Record<string, ReactNode> = {
    ...Object.fromEntries(
      Object.entries(configFields).map(([key, { wire }]) => [wire, findWords(looks, key)?.label]),
    ),
    [configFields.offersPerson.wire]: bots.answers.offersPerson,
    [configFields.retentionDays.wire]: bots.retention.label,
    hours: bots.hours.title,
  };
  return (
    <section aria-labelledby={name} className="mt-8">
      <h4 id={name} className="font-semibold">
        {words.title}
      </h4>
      <p translate="no" className="mt-1 font-mono text-sm">
        {endpoint.method} /api/widget/{name}
      </p>
      <p className="mt-2 max-w-form text-ink-soft">{words.description}</p>
      <ReferenceTable
        caption={"body" in endpoint || "form" in endpoint ? reference.request : reference.query}
        columns={columns}
        rows={listFields(askedOf(name)).map(({ name: field, type, isRequired }) => ({
          key: field,
          cells: [
            <code key="name">{field}</code>,
            <span key="type" className="text-ink-soft">
              {type} · {isRequired ? reference.required : reference.optional}
            </span>,
            findWords(words.fields, field),
          ],
        }))}
      />
      {headersOf[name].length > 0 && (
        <ReferenceTable
          caption={reference.headers}
          columns={columns}
          rows={headersOf[name].map(({ header, isRequired }) => ({
            key: header,
            cells: [
              <code key="name">{headers[header].name}</code>,
              <span key="type" className="text-ink-soft">
                {isRequired ? reference.required : reference.optional}
              </span>,
              developers.headers[header],
            ],
          }))}
        />
      )}
      <ReferenceTable
        caption={reference.answer}
        columns={columns}
        rows={answerFields(name).map(({ name: field, type }) => ({
          key: field,
          cells: [
            <code key="name">{field}</code>,
            <span key="type" className="text-ink-soft">
              {type}
            </span>,
            findWords(words.answer, field),
          ],
        }))}
      />
      {name === "config" && (
        <ReferenceTable
          caption="config"
          columns={columns}
          rows={listFields(widgetConfig.shape).map(({ name: field, type }) => ({
            key: field,
            cells: [
              <code key="name">{field}</code>,
              <span key="type" className="text-ink-soft">
                {type}
              </span>,
              configMeaning[field],
            ],
          }))}
        />
      )}
      {stream && (
        <p className="mt-4 max-w-form text-ink-soft">
          <strong className="font-medium text-ink">{reference.stream}</strong> {stream}
        </p>
      )}
      <div className="mt-4 flex flex-col gap-4">
        <SiteCode label={reference.example} code={curl.command} words={copy} />
        <SiteCode label={reference.exampleAnswer} code={JSON.stringify(curl.answer, null, 2)} words={copy} />
      </div>
    </section>
  );
}

/** The fields of a 200: of an answer that has several shapes those of the first. */
function answerFields(name: Curl["endpoint"]) {
  const schema = endpoints[name].answers[200];
  return listFields("options" in schema ? schema.options[0].shape : schema.shape);
}
