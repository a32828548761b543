import Link from "next/link";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Disclosure } from "@/components/ui/disclosure";
import { OwnWords } from "@/components/ui/text/own-words";
import { textLinkClass } from "@/components/ui/text-link-class";
import type { NotedModel } from "@/lib/answers/trace/answer-notes";
import type { AnswerTrace, TracedPart, TracedPassage } from "@/lib/answers/trace/answer-trace";
import { botPaths } from "@/lib/bots/bot-paths";
import { languageOf } from "@/lib/language/language-of";

/** Of what the best passage holds of the question, what another document's holds where both are much alike. */
const closeRival = 0.75;

/** What a bot's answer comes from, in words; the figures last. */
export function AnswerWhy({ botId, trace }: { botId: string; trace: AnswerTrace }) {
  const words = useBotCatalog().bots.tryIt.why;
  const { parts, model, context, lookedFor, intent } = trace;
  const read = [
    words.intents[intent],
    context === null ? "" : words.context(context),
    lookedFor === null ? "" : words.lookedFor(lookedFor),
    parts.length > 1 ? words.parts(parts.length) : "",
  ].filter((line) => line !== "");
  return (
    <Disclosure label={words.title}>
      <div className="mt-3 flex flex-col gap-4">
        {read.map((line) => (
          <p key={line}>
            <OwnWords>{line}</OwnWords>
          </p>
        ))}
        {parts.map((part) => (
          <Part key={part.question} botId={botId} part={part} isOneOfMany={parts.length > 1} />
        ))}
        {model && <Model model={model} />}
        {parts.length > 0 && <Figures trace={trace} />}
      </div>
    </Disclosure>
  );
}

function Part({ botId, part, isOneOfMany }: { botId: string; part: TracedPart; isOneOfMany: boolean }) {
  const words = useBotCatalog().bots.tryIt.why;
  const { absent, isOther, state, confidence, rival, passages } = part;
  const lines = [
    absent.length > 0 ? words.absent(absent.map(words.quoted).join(words.comma)) : "",
    isOther ? words.isOther : words.states[state],
    rival > confidence * closeRival ? words.rival : "",
  ].filter((line) => line !== "");
  return (
    <section className="flex flex-col gap-2">
      {isOneOfMany && (
        <h3 lang={languageOf(part.question)} translate="no" className="font-medium">
          {part.question}
        </h3>
      )}
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>
            <OwnWords>{line}</OwnWords>
          </li>
        ))}
      </ul>
      {passages.length === 0 ? (
        <p className="text-ink-soft">{words.nothingFound}</p>
      ) : (
        <>
          <h4 className="text-ink-soft">{words.passages}</h4>
          <ol className="flex flex-col divide-y divide-line">
            {passages.map((passage) => (
              <Passage key={`${passage.versionId}/${passage.ordinal}`} botId={botId} passage={passage} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Passage({ botId, passage }: { botId: string; passage: TracedPassage }) {
  const { bots, knowledge } = useBotCatalog();
  const words = bots.tryIt.why;
  const { documentId, ordinal, of, page, title, headings, matched, pieces } = passage;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <Link
        href={botPaths(botId).document(documentId)}
        lang={languageOf(title)}
        className={`${textLinkClass} block truncate`}
      >
        {[title, ...headings].join(" › ")}
      </Link>
      <p className="text-sm tabular-nums">
        <Link
          href={botPaths(botId).passage(documentId, ordinal)}
          className={`${textLinkClass} inline-block py-0.5`}
        >
          {knowledge.seen.passage(ordinal + 1, of)}
        </Link>
        {page !== undefined && (
          <span className="text-ink-soft">{` · ${knowledge.seen.page(page, page)}`}</span>
        )}
      </p>
      {matched.length > 0 && (
        <p className="text-ink-soft">
          <OwnWords>{words.matched(matched.join(words.comma))}</OwnWords>
        </p>
      )}
      <p
        lang={languageOf(pieces.map(({ text }) => text).join(""))}
        translate="no"
        className="mt-1 line-clamp-6 whitespace-pre-line [overflow-wrap:anywhere]"
      >
        {pieces.map(({ text, isQuote }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
          isQuote ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
    </li>
  );
}

/** What became of each sentence that the model wrote. */
function Model({ model: { sentences, fault } }: { model: NotedModel }) {
  const words = useBotCatalog().bots.tryIt.why;
  const changed = sentences.filter(({ verdict }) => verdict !== "kept");
  return (
    <section className="flex flex-col gap-2">
      <p>
        {fault !== null
          ? words.modelFailed
          : sentences.length === 0
            ? words.modelSilent
            : words.modelSentences(sentences.length, changed.length)}
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {changed.map(({ text, verdict }) => (
          <li key={text}>
            <span lang={languageOf(text)} translate="no">
              {text}
            </span>
            <span className="text-ink-soft">{` · ${words.sentenceVerdicts[verdict]}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ trace: { parts, thresholds, times, model } }: { trace: AnswerTrace }) {
  const words = useBotCatalog().bots.tryIt.why;
  const rows: [string, string][] = [
    ...parts.map(({ question, sureness }): [string, string] => [
      parts.length > 1 ? words.figures.surenessOf(question) : words.figures.sureness,
      toPercent(sureness),
    ]),
    [words.figures.answer, toPercent(thresholds.answer)],
    [words.figures.maybe, toPercent(thresholds.maybe)],
    [words.figures.search, words.figures.ms(times.search.toFixed(1))],
  ];
  if (model) rows.push([words.figures.model, words.figures.ms(times.model.toFixed(0))]);
  return (
    <section>
      <h3 className="text-ink-soft">{words.figures.title}</h3>
      <dl className="mt-1 grid grid-cols-[minmax(0,1fr)_max-content] gap-x-4 gap-y-1 tabular-nums">
        {rows.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several parts have the same name, and rows never move
          <div key={index} className="contents">
            <dt className="min-w-0">
              <OwnWords>{name}</OwnWords>
            </dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function toPercent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
