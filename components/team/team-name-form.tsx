"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";

type TeamNameFormProps = { action: FormAction; teamId: string; name: string };

export function TeamNameForm({ action, teamId, name }: TeamNameFormProps) {
  const { team, common } = useDashboardCatalog();
  const { state, errors, form } = useActionForm(action, { stored: { name }, draft: `team-name/${teamId}` });
  return (
    <ActionForm form={form}>
      <Card
        footer={
          <>
            <SubmitButton variant="secondary" pendingLabel={common.saving}>
              {team.rename}
            </SubmitButton>
            <FormStatus state={state} savedLabel={team.renamed} />
          </>
        }
      >
        <div className="max-w-form">
          <TextField name="name" label={team.name} error={errors.name} required defaultValue={name} />
        </div>
      </Card>
    </ActionForm>
  );
}
