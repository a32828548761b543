"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";
import type { AlertSettings } from "@/lib/teams/alerts/get-alert-settings";
import { NotificationPermission } from "./notification-permission";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

type AlertsFormProps = { action: FormAction; settings: AlertSettings; hasMail: boolean; teamName: string };

/** How a member is told, in the team that they work in now, of visitors who wait and of each day. */
export function AlertsForm({ action, settings, hasMail, teamName }: AlertsFormProps) {
  const { account, common } = useDashboardCatalog();
  const { mail, sound, quiet, digestHour, timeZone } = settings;
  const stored = {
    alertsMail: String(mail),
    alertsSound: String(sound),
    quietFrom: quiet?.from ?? "",
    quietTo: quiet?.to ?? "",
    digestHour: String(digestHour ?? ""),
  };
  const { state, errors, form } = useActionForm(action, { stored, draft: "alerts" });
  const words = account.alerts;
  return (
    <FormCard
      form={form}
      state={state}
      title={words.title}
      description={words.description(teamName)}
      submit={words.submit}
      pendingLabel={common.saving}
      savedLabel={words.saved}
    >
      <div className="flex max-w-form flex-col gap-6">
        <SwitchField
          name="alertsMail"
          label={words.mail}
          help={hasMail ? words.mailHelp : words.withoutMail}
          error={errors.alertsMail}
          defaultChecked={mail}
        />
        <SwitchField
          name="alertsSound"
          label={words.sound}
          help={words.soundHelp}
          error={errors.alertsSound}
          defaultChecked={sound}
        />
        <NotificationPermission />
        <fieldset className="flex flex-col gap-2">
          <legend className="font-medium">{words.quiet}</legend>
          <p className="text-sm text-ink-soft">{words.quietHelp(timeZone, hasMail)}</p>
          <div className="grid grid-cols-2 gap-4">
            <TextField
              name="quietFrom"
              type="time"
              label={words.quietFrom}
              error={errors.quietFrom}
              defaultValue={quiet?.from ?? ""}
            />
            <TextField
              name="quietTo"
              type="time"
              label={words.quietTo}
              error={errors.quietTo}
              defaultValue={quiet?.to ?? ""}
            />
          </div>
        </fieldset>
        <SelectField
          name="digestHour"
          label={words.digest}
          help={hasMail ? words.digestHelp(timeZone) : words.digestWithoutMail}
          error={errors.digestHour}
          defaultValue={stored.digestHour}
          options={[
            { value: "", label: words.noDigest },
            ...hours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` })),
          ]}
        />
      </div>
    </FormCard>
  );
}
