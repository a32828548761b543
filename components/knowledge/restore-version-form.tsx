"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";

type RestoreVersionFormProps = {
  botId: string;
  documentId: string;
  number: number;
  baseVersion: number;
  action: FormAction<never>;
};

/** Publishes an old version's text as a new version. */
export function RestoreVersionForm({
  botId,
  documentId,
  number,
  baseVersion,
  action,
}: RestoreVersionFormProps) {
  const words = useBotCatalog().knowledge.versions;
  const { state, form } = useActionForm(action);
  return (
    <ActionForm form={form} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="botId" value={botId} />
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <SubmitButton variant="secondary" size="small" pendingLabel={words.restoring}>
        {words.restore}
      </SubmitButton>
      {state.status === "error" && <FormStatus state={state} />}
    </ActionForm>
  );
}
