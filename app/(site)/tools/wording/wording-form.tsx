"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import type { Catalog } from "@/lib/i18n/catalog/zh-TW";
import type { DiffPart } from "@/lib/language/diff-texts";
import { rewordAction } from "../actions";
import { ToolError, ToolText, useFieldErrors } from "../tool-form";
import { unused, type WordingState } from "../tool-state";

type Words = Catalog["tools"]["wording"];

export function WordingForm({ words }: { words: Words }) {
  const [{ typed, result }, send] = useActionState<WordingState, FormData>(rewordAction, unused);
  const errors = useFieldErrors(result);
  return (
    <>
      <form action={send} className="flex flex-col gap-4">
        <ToolText name="text" label={words.label} help={words.help} error={errors.text} value={typed.text} />
        <ToolError result={result} />
        <Button type="submit" variant="primary" className="self-start">
          {words.submit}
        </Button>
      </form>
      {result.status === "done" && <Result words={words} {...result.data} />}
    </>
  );
}

function Result({ words, text, parts }: { words: Words; text: string; parts: DiffPart[] }) {
  if (parts.every(({ kind }) => kind === "same"))
    return (
      <p role="status" className="mt-6">
        {words.unchanged}
      </p>
    );
  return (
    <div role="status" className="mt-6 flex flex-col gap-4">
      <Card title={words.result}>
        <p lang="zh-Hant-TW" className="whitespace-pre-wrap">
          {text}
        </p>
      </Card>
      <Card title={words.changes}>
        <p lang="zh-Hant-TW" className="whitespace-pre-wrap">
          {parts.map((part, index) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that is drawn once.
            if (part.kind === "same") return <span key={index}>{part.text}</span>;
            const isGone = part.kind === "removed";
            const Tag = isGone ? "del" : "ins";
            return (
              <Tag
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                key={index}
                className={`rounded-[2px] ${isGone ? "bg-bad-soft text-bad" : "bg-good-soft text-good no-underline"}`}
              >
                <span className="sr-only">{isGone ? words.removed : words.added}</span>
                {part.text}
              </Tag>
            );
          })}
        </p>
      </Card>
    </div>
  );
}
