"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

type TeamNameFormProps = { action: FormAction; teamId: string; name: string };

export function TeamNameForm({ action, teamId, name }: TeamNameFormProps) {
  const { team, common } = useDashboardCatalog();
  const { state, field, form } = useActionForm(action, { stored: { name }, draft: `team-name/${teamId}` });
  return (
    <FormCard
      form={form}
      state={state}
      variant="secondary"
      submit={team.rename}
      pendingLabel={common.saving}
      savedLabel={team.renamed}
    >
      <div className="max-w-form">
        <TextField {...field("name")} label={team.name} required />
      </div>
    </FormCard>
  );
}
