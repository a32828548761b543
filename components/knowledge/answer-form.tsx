"use client";

import { type FormEvent, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

type AnswerFormProps = {
  /** Of the chat and its reply, and the id that the answer will have. */
  ids: { botId: string; conversationId: string; turnId: string; answerId: string };
  text: { question: string; answer: string };
  /** Where it can go besides a new one; the first is offered. */
  documents: readonly { id: string; title: string }[];
  action: FormAction<never>;
};

/** Takes a question and its reply from a chat into a document, as they stand or rewritten. */
export function AnswerForm({ ids, text, documents, action }: AnswerFormProps) {
  const words = useBotCatalog().knowledge.answers;
  const documentId = documents[0]?.id ?? "";
  const [isNew, setIsNew] = useState(documentId === "");
  const { state, errors, form } = useActionForm(action, {
    stored: { ...text, documentId, title: words.documentTitleDefault },
    sendsAll: true,
    draft: `chat-answer/${ids.turnId}`,
  });
  const see = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setIsNew(new FormData(currentTarget).get("documentId") === "");
  return (
    <FormCard
      {...{ form, state, ids }}
      onInput={see}
      submit={words.submit}
      pendingLabel={words.submitting}
      savingLabel={words.submitting}
      marksUnsaved
    >
      <div className="flex flex-col gap-6">
        <TextField
          name="question"
          label={words.question}
          help={words.questionHelp}
          error={errors.question}
          defaultValue={text.question}
          autoComplete="off"
        />
        <TextAreaField
          name="answer"
          label={words.answer}
          error={errors.answer}
          defaultValue={text.answer}
          size="medium"
        />
        <SelectField
          name="documentId"
          label={words.document}
          error={errors.documentId}
          defaultValue={documentId}
          options={[
            ...documents.map(({ id, title }) => ({ value: id, label: title })),
            { value: "", label: words.newDocument },
          ]}
        />
        <div hidden={!isNew}>
          <TextField
            name="title"
            label={words.documentTitle}
            error={errors.title}
            defaultValue={words.documentTitleDefault}
            autoComplete="off"
          />
        </div>
      </div>
    </FormCard>
  );
}
