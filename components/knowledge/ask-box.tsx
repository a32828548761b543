"use client";

import Link from "next/link";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { languageOf } from "@/lib/language/language-of";

export type AskedPassage = {
  documentId: string;
  ordinal: number;
  title: string;
  headings: string[];
  /** 0 to about 1. */
  confidence: number;
  /** The passage's text in pieces; the quotes are what the bot would say. */
  parts: { text: string; isQuote: boolean }[];
};

export type AskedQuestion = {
  question: string;
  state: "answer" | "maybe" | "unknown";
  passages: AskedPassage[];
};

type AskBoxProps = {
  botId: string;
  hasDocuments: boolean;
  isPaused: boolean;
  action: FormAction<AskedQuestion>;
};

/** Ask as a visitor would, and see which passages the bot finds and how sure it is. Nothing is recorded. */
export function AskBox({ botId, hasDocuments, isPaused, action }: AskBoxProps) {
  const words = useDashboardCatalog().bots.tryIt;
  const { state, errors, form } = useActionForm(action);
  const hint = hasDocuments ? (isPaused ? words.paused : words.empty) : words.noDocuments;
  return (
    <Card title={words.title} description={words.description} className="scroll-mt-20">
      <ActionForm form={form} className="flex flex-col gap-3">
        <input type="hidden" name="botId" value={botId} />
        <TextField
          name="question"
          label={words.question}
          error={errors.question}
          placeholder={words.placeholder}
          autoComplete="off"
          enterKeyHint="search"
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary" pendingLabel={words.submitting}>
            {words.submit}
          </SubmitButton>
          <FormStatus
            state={state.status === "done" ? { status: "idle" } : state}
            savingLabel={words.submitting}
          />
        </div>
      </ActionForm>
      <div aria-live="polite" className="mt-4 border-t border-line pt-4">
        {state.status === "done" ? (
          <Found botId={botId} asked={state.data} />
        ) : (
          <p className="text-ink-soft">{hint}</p>
        )}
      </div>
    </Card>
  );
}

const tones = { answer: "good", maybe: "warn", unknown: "plain" } as const;

function Found({ botId, asked }: { botId: string; asked: AskedQuestion }) {
  const words = useDashboardCatalog().bots.tryIt;
  return (
    <div className="flex flex-col gap-4">
      <p>
        <span lang={languageOf(asked.question)} className="block text-ink-soft">
          {asked.question}
        </span>
        <Badge tone={tones[asked.state]}>{words.states[asked.state]}</Badge>
      </p>
      {asked.passages.length === 0 && <p className="text-ink-soft">{words.nothingFound}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {asked.passages.map((passage) => (
          <li key={`${passage.documentId}/${passage.ordinal}`} className="py-3 first:pt-0 last:pb-0">
            <div className="flex items-baseline justify-between gap-3 text-sm">
              <Link
                href={botPaths(botId).document(passage.documentId)}
                lang={languageOf(passage.title)}
                className={`${textLinkClass} min-w-0 truncate`}
              >
                {[passage.title, ...passage.headings].join(" › ")}
              </Link>
              <span className="whitespace-nowrap text-ink-soft tabular-nums">
                {words.confidence(Math.min(99, Math.round(passage.confidence * 100)))}
              </span>
            </div>
            <p
              lang={languageOf(passage.parts.map(({ text }) => text).join(""))}
              className="mt-1 line-clamp-8 whitespace-pre-line"
            >
              {passage.parts.map(({ text, isQuote }, index) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
                isQuote ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
              )}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
