"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Card } from "@/components/ui/card";
import { FormStatus } from "@/components/ui/form-status";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { textLinkClass } from "@/components/ui/text-link-class";
import { type FormAction, useActionForm } from "@/components/ui/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { documentLimits } from "@/lib/knowledge/document-limits";
import { countCodePoints } from "@/lib/text/clean-text";

type DocumentText = { title: string; content: string };

type DocumentFormProps = {
  botId: string;
  /** What is edited; without it a new document is written. */
  document?: { id: string; number: number };
  text: DocumentText;
  action: FormAction<{ number: number }>;
};

/** Writes or edits a document. Nothing typed is ever lost: not on an error, not when someone else was faster. */
export function DocumentForm({ botId, document, text, action }: DocumentFormProps) {
  const { knowledge, common } = useCatalog();
  const words = knowledge.editor;
  const { state, errors, formProps } = useActionForm(action);
  const [draft, setDraft] = useState(text);
  const [saved, setSaved] = useState({ text, number: document?.number });
  const submitted = useRef(text);

  useEffect(() => {
    if (state.status === "done") setSaved({ text: submitted.current, number: state.data.number });
  }, [state]);

  const isDirty = draft.title !== saved.text.title || draft.content !== saved.text.content;
  useUnsavedGuard(isDirty);
  const isConflict = state.status === "error" && state.reason === "edited_elsewhere";
  const isOutdated = isConflict || (isDirty && state.status === "done");

  const readDraft = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const form = new FormData(currentTarget);
    setDraft({ title: String(form.get("title")), content: String(form.get("content")) });
  };

  return (
    <form
      {...formProps}
      onInput={readDraft}
      onSubmit={() => {
        submitted.current = draft;
      }}
    >
      <input type="hidden" name="botId" value={botId} />
      {document && <input type="hidden" name="documentId" value={document.id} />}
      {document && <input type="hidden" name="baseVersion" value={saved.number} />}
      <Card
        footer={
          <>
            <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
            <FormStatus
              state={isOutdated ? { status: "idle" } : state}
              savingLabel={words.submitting}
              savedLabel={words.saved}
            />
            {isDirty && <p className="ml-auto text-sm text-ink-soft">{common.unsavedChanges}</p>}
          </>
        }
      >
        <div className="flex flex-col gap-6">
          {isConflict && (
            <Notice
              tone="warn"
              isUrgent
              action={
                <SubmitButton variant="secondary" size="small" name="overwrite" value="on">
                  {words.saveMine}
                </SubmitButton>
              }
            >
              {words.changedElsewhere}{" "}
              <a href="?" target="_blank" rel="noreferrer" className={textLinkClass}>
                {words.openTheirs}
                <span className="sr-only">{common.opensNewTab}</span>
              </a>
            </Notice>
          )}
          <TextField
            name="title"
            label={words.title}
            help={words.titleHelp}
            error={errors.title}
            placeholder={words.titlePlaceholder}
            defaultValue={text.title}
            autoComplete="off"
          />
          <TextAreaField
            name="content"
            size="long"
            label={words.body}
            help={
              <span className="flex flex-wrap justify-between gap-x-4">
                {words.bodyHelp}
                <span className="tabular-nums">
                  {common.characters(countCodePoints(draft.content.trim()), documentLimits.content)}
                </span>
              </span>
            }
            error={errors.content}
            placeholder={words.bodyPlaceholder}
            defaultValue={text.content}
          />
        </div>
      </Card>
    </form>
  );
}
