"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";

type RenameBotFormProps = { botId: string; name: string; action: FormAction<{ name: string }> };

export function RenameBotForm({ botId, name, action }: RenameBotFormProps) {
  const words = useDashboardCatalog().bots.rename;
  const { state, errors, form } = useActionForm(action, { stored: { name }, draft: `rename/${botId}` });
  return (
    <ActionForm form={form}>
      <input type="hidden" name="botId" value={botId} />
      <Card
        title={words.title}
        footer={
          <>
            <SubmitButton>{words.submit}</SubmitButton>
            <FormStatus
              state={state}
              savedLabel={state.status === "done" ? words.done(state.data.name) : undefined}
            />
          </>
        }
      >
        <TextField
          name="name"
          label={words.name}
          help={words.help}
          error={errors.name}
          defaultValue={name}
          autoComplete="off"
        />
      </Card>
    </ActionForm>
  );
}
