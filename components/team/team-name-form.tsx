"use client";

import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form-action";
import { FormStatus } from "@/components/ui/form-status";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { useActionForm } from "@/components/ui/use-action-form";
import { useCatalog } from "@/components/ui/use-catalog";

export function TeamNameForm({ action, name }: { action: FormAction; name: string }) {
  const { team, common } = useCatalog();
  const { state, errors, formProps } = useActionForm(action);
  return (
    <form {...formProps}>
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
          <TextField
            name="name"
            label={team.name}
            error={errors.name}
            required
            maxLength={120}
            defaultValue={name}
          />
        </div>
      </Card>
    </form>
  );
}
