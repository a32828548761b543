"use client";

import { useRouter } from "next/navigation";
import { type InputEvent, useEffect, useRef, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Card } from "@/components/ui/card";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UnsavedMark } from "@/components/ui/form/unsaved-mark";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { countCodePoints } from "@/lib/language/clean-text";

type SavedDocument = { documentId: string; number: number };

type DocumentFormProps = {
  botId: string;
  /** What is edited, or the id that a new document will have: then it has no number yet. */
  document: { id: string; number?: number };
  text: { title: string; content: string };
  /** It is kept, but answers nothing. */
  isOff?: boolean;
  create?: FormAction<SavedDocument>;
  update: FormAction<SavedDocument>;
};

/** Writes or edits a document. Nothing typed is ever lost: not on an error, not when someone else was faster. */
export function DocumentForm({ botId, document, text, isOff = false, create, update }: DocumentFormProps) {
  const { knowledge, common } = useBotCatalog();
  const words = knowledge.editor;
  const [created, setCreated] = useState<SavedDocument>();
  const [length, setLength] = useState(() => lengthOf(text.content));
  const typing = useTyping();
  const router = useRouter();

  const isNew = document.number === undefined && created === undefined;
  const id = created?.documentId ?? document.id;
  const { state, errors, passOn, form } = useActionForm(isNew && create ? create : update, {
    stored: text,
    sendsAll: true,
    draft: isNew ? `new-document/${botId}` : `document/${id}`,
    version: { stored: document.number ?? created?.number, of: ({ number }) => number },
    onDone: (data) => {
      if (document.number === undefined) setCreated(data);
    },
  });
  const isConflict = state.status === "error" && state.reason === "edited_elsewhere";

  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      // What is typed until the document's own page is there goes on in its form.
      passOn();
      router.replace(`${botPaths(botId).document(id)}?created`);
    };
  });
  useEffect(() => (created ? typing.waitForPause(() => leave.current()) : undefined), [created, typing]);

  const readLength = ({ currentTarget }: InputEvent<HTMLFormElement>) => {
    typing.note();
    setLength(lengthOf(String(new FormData(currentTarget).get("content"))));
  };

  return (
    <ActionForm
      form={form}
      onInput={readLength}
      onCompositionStart={() => typing.hold(true)}
      onCompositionEnd={() => typing.hold(false)}
    >
      <input type="hidden" name="botId" value={botId} />
      <input type="hidden" name="documentId" value={id} />
      <Card
        footer={
          <>
            <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
            <FormStatus
              state={isConflict ? { status: "idle" } : state}
              savingLabel={words.submitting}
              savedLabel={isOff ? knowledge.organise.savedOff : words.saved}
            />
            <UnsavedMark form={form} />
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
              <a
                href={botPaths(botId).document(id)}
                target="_blank"
                rel="noreferrer"
                className={textLinkClass}
              >
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
                <span className="tabular-nums">{common.characters(length, documentLimits.content)}</span>
              </span>
            }
            error={errors.content}
            placeholder={words.bodyPlaceholder}
            defaultValue={text.content}
          />
        </div>
      </Card>
    </ActionForm>
  );
}

function lengthOf(content: string): number {
  return countCodePoints(content.trim());
}

const pauseMs = 1_000;

/** Knows whether somebody is typing: a page must not go while an input method composes, nor between two keys. */
function useTyping() {
  const [typing] = useState(() => {
    let lastKeyAt = 0;
    let isHeld = false;
    return {
      note: () => {
        lastKeyAt = Date.now();
      },
      hold: (isOn: boolean) => {
        isHeld = isOn;
      },
      /** Runs `work` at the next pause; at once where there is one. Returns how to give up. */
      waitForPause: (work: () => void) => {
        let timer: ReturnType<typeof setTimeout>;
        const look = () => {
          const wait = lastKeyAt + pauseMs - Date.now();
          if (isHeld || wait > 0) timer = setTimeout(look, Math.max(wait, 100));
          else work();
        };
        timer = setTimeout(look);
        return () => clearTimeout(timer);
      },
    };
  });
  return typing;
}
