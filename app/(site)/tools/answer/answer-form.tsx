"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { describeField, Field } from "@/components/ui/field/field";
import { Markup } from "@/components/ui/text/markup";
import { OwnWords } from "@/components/ui/text/own-words";
import type { Catalog } from "@/lib/i18n/catalog/zh-TW";
import { languageOf } from "@/lib/language/language-of";
import { answerTextAction } from "../actions";
import { ToolError, ToolText, useFieldErrors } from "../tool-form";
import { type TextAnswerState, unused } from "../tool-state";

type Words = Catalog["tools"]["answer"];

export function AnswerForm({ words }: { words: Words }) {
  const [{ typed, result }, send] = useActionState<TextAnswerState, FormData>(answerTextAction, unused);
  const errors = useFieldErrors(result);
  return (
    <>
      <form action={send} className="flex flex-col gap-4">
        <ToolText
          name="text"
          label={words.text}
          help={words.textHelp}
          error={errors.text}
          value={typed.text}
        />
        <Field id="question" label={words.question} error={errors.question}>
          <input
            {...describeField("question", { error: errors.question })}
            id="question"
            name="question"
            type="text"
            autoComplete="off"
            placeholder={words.questionPlaceholder}
            defaultValue={typed.question}
            key={typed.question}
            className={`${controlClass} ${controlHeightClass}`}
          />
        </Field>
        <ToolError result={result} />
        <Button type="submit" variant="primary" className="self-start">
          {words.submit}
        </Button>
      </form>
      {result.status === "done" && <Answer words={words} {...result.data} />}
      <p className="mt-6 text-sm text-ink-soft">{words.note}</p>
    </>
  );
}

type AnswerProps = { words: Words; bubbles: string[]; answered: boolean | null; quotes: string[] };

function Answer({ words, bubbles, answered, quotes }: AnswerProps) {
  const verdict = answered === null ? words.smallTalk : answered ? words.answered : words.notAnswered;
  return (
    <div role="status" className="mt-6">
      <Card title={words.result} description={verdict}>
        <div className="flex flex-col gap-2">
          {bubbles.map((bubble) => (
            <div
              key={bubble}
              lang={languageOf(bubble)}
              className="w-fit max-w-full rounded-[14px] rounded-bl-sm bg-surface-2 px-3 py-2"
            >
              <Markup text={bubble} />
            </div>
          ))}
        </div>
        {quotes.length > 0 && (
          <>
            <h3 className="mt-4 text-sm font-medium">{words.quotes}</h3>
            {quotes.map((quote) => (
              <blockquote key={quote} className="mt-2 border-l-2 border-accent pl-3 whitespace-pre-wrap">
                <mark className="box-decoration-clone">
                  <OwnWords>{quote}</OwnWords>
                </mark>
              </blockquote>
            ))}
          </>
        )}
      </Card>
    </div>
  );
}
