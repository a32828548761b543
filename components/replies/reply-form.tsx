"use client";

import { use } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { SelectField } from "@/components/ui/field/select-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import type { CannedReply } from "@/lib/conversations/replies/canned-reply";
import { replyNames } from "@/lib/conversations/replies/fill-reply";

type ReplyFormProps = {
  reply: CannedReply;
  /** Of a reply that isn't there yet. */
  isNew: boolean;
  action: FormAction;
  onEnd: () => void;
};

export const replyStages = ["opening", "going_on", "handing_over"] as const;

/** Makes or changes a reply that the team keeps ready. */
export function ReplyForm({ reply, isNew, action, onEnd }: ReplyFormProps) {
  const words = useDashboardCatalog().replies;
  const { locale } = use(LocaleContext);
  const { id, stage, name, text } = reply;
  const { state, errors, form } = useActionForm(action, {
    stored: { stage, name, text },
    sendsAll: isNew,
    draft: isNew ? `canned-reply/new-${stage}` : `canned-reply/${id}`,
    onDone: onEnd,
  });
  return (
    <ActionForm form={form} className="flex max-w-form flex-col gap-4">
      <input type="hidden" name="replyId" value={id} />
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label={words.name}
          help={words.nameHelp}
          error={errors.name}
          defaultValue={name}
          autoComplete="off"
          required
        />
        <SelectField
          name="stage"
          label={words.stage}
          error={errors.stage}
          defaultValue={stage}
          options={replyStages.map((value) => ({ value, label: words.stages[value].title }))}
        />
      </div>
      <TextAreaField
        name="text"
        label={words.text}
        help={words.textHelp(
          Object.values(replyNames[locale])
            .map((fact) => `{${fact}}`)
            .join(locale === "en" ? " " : "、"),
        )}
        error={errors.text}
        defaultValue={text}
        required
      />
      <FormStatus state={state} />
      <div className="flex gap-2">
        <SubmitButton>
          <span>{words.save}</span>
        </SubmitButton>
        <Button onClick={onEnd}>
          <span>{words.cancel}</span>
        </Button>
      </div>
    </ActionForm>
  );
}
