"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

type TeamFormProps = {
  action: FormAction;
  teamId: string;
  stored: { name: string; timeZone: string };
  /** The time zones to choose from. */
  zones: readonly string[];
};

/** What the team is called, and whose clock it goes by. */
export function TeamForm({ action, teamId, stored, zones }: TeamFormProps) {
  const { team, common } = useDashboardCatalog();
  const { state, field, form } = useActionForm(action, { stored, draft: `team/${teamId}` });
  return (
    <FormCard
      form={form}
      state={state}
      variant="secondary"
      submit={team.update}
      pendingLabel={common.saving}
      savedLabel={team.updated}
    >
      <div className="flex max-w-form flex-col gap-4">
        <TextField {...field("name")} label={team.name} required />
        <SelectField
          {...field("timeZone")}
          label={team.zone}
          help={team.zoneHelp}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </div>
    </FormCard>
  );
}
