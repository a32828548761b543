"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { dayFields } from "@/lib/bots/hours/day-fields";
import { toFormValue } from "@/lib/forms/form-value";

export type BotHours = {
  hasHours: boolean;
  hoursZone: string;
  /** Monday's first. */
  hoursWeek: string[];
  specialDays: string[];
  privacyUrl: string;
};

type HoursFormProps = {
  botId: string;
  hours: BotHours;
  /** The time zones to choose from. */
  zones: readonly string[];
  /** Whether it is open now, or when it opens; null without hours. */
  now: string | null;
  action: FormAction<void>;
};

/** When somebody is there to reply to visitors who ask for a person. */
export function HoursForm({ botId, hours, zones, now, action }: HoursFormProps) {
  const words = useBotCatalog().bots.hours;
  const { hasHours, hoursZone, hoursWeek, specialDays, privacyUrl } = hours;
  const { state, errors, field, form } = useActionForm(action, {
    stored: {
      ...Object.fromEntries(dayFields.map((day, index) => [day, hoursWeek[index] ?? ""])),
      hasHours: toFormValue(hasHours),
      hoursZone,
      specialDays: toFormValue(specialDays),
      privacyUrl,
    },
    draft: `hours/${botId}`,
  });
  return (
    <FormCard
      form={form}
      state={state}
      ids={{ botId }}
      title={words.title}
      description={words.description}
      submit={words.submit}
      savedLabel={words.done}
      marksUnsaved
    >
      <div className="flex flex-col gap-6">
        <SwitchField
          name="hasHours"
          label={words.switch}
          help={words.switchHelp}
          error={errors.hasHours}
          defaultChecked={hasHours}
        />
        {now && <p className="rounded-control bg-surface-2 px-3 py-2 text-sm">{now}</p>}
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium">{words.week}</legend>
          <p className="text-sm text-ink-soft">{words.weekHelp}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {dayFields.map((day, index) => (
              <TextField
                key={day}
                name={day}
                label={words.days[day]}
                error={errors[day]}
                placeholder={words.dayOff}
                defaultValue={hoursWeek[index] ?? ""}
                autoComplete="off"
              />
            ))}
          </div>
        </fieldset>
        <TextAreaField
          {...field("specialDays")}
          size="medium"
          label={words.special}
          help={words.specialHelp}
        />
        <SelectField
          {...field("hoursZone")}
          label={words.zone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <TextField
          {...field("privacyUrl")}
          type="url"
          label={words.privacy}
          help={words.privacyHelp}
          placeholder="https://"
          autoComplete="off"
        />
      </div>
    </FormCard>
  );
}
