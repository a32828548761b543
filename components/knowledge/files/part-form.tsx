"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { buttonClass } from "@/components/ui/button/button-class";
import { Card } from "@/components/ui/card";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UnsavedMark } from "@/components/ui/form/unsaved-mark";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import type { PartDetail } from "@/lib/knowledge/sources/get-part";
import { countCodePoints } from "@/lib/language/clean-text";
import { languageOf } from "@/lib/language/language-of";

type PartFormProps = {
  botId: string;
  sourceId: string;
  part: PartDetail;
  /** Back to what was read. */
  back: string;
  action: FormAction<never>;
};

/** Corrects the text of a part of a file before it is published. */
export function PartForm({ botId, sourceId, part, back, action }: PartFormProps) {
  const { knowledge, common } = useBotCatalog();
  const words = knowledge.files;
  const { ordinal, title, text, mark } = part;
  const [length, setLength] = useState(() => countCodePoints(text));
  const { state, errors, form } = useActionForm(action, {
    stored: { content: text },
    sendsAll: true,
    draft: `source-part/${sourceId}/${ordinal}`,
  });
  const count = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setLength(countCodePoints(String(new FormData(currentTarget).get("content")).trim()));
  return (
    <ActionForm form={form} onInput={count}>
      {Object.entries({ botId, sourceId, ordinal: String(ordinal), mark }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Card
        title={<span lang={languageOf(title)}>{title}</span>}
        footer={
          <>
            <SubmitButton pendingLabel={words.correcting}>{words.saveText}</SubmitButton>
            <Link href={back} className={buttonClass()}>
              {common.cancel}
            </Link>
            <FormStatus state={state} savingLabel={words.correcting} />
            <UnsavedMark form={form} />
          </>
        }
      >
        <TextAreaField
          name="content"
          size="long"
          label={words.text}
          help={
            <span className="flex flex-wrap justify-between gap-x-4">
              {words.textHelp}
              <span className="tabular-nums">{common.characters(length, documentLimits.content)}</span>
            </span>
          }
          error={errors.content}
          defaultValue={text}
        />
      </Card>
    </ActionForm>
  );
}
