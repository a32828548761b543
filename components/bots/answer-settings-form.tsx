"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UnsavedMark } from "@/components/ui/form/unsaved-mark";
import { useActionForm } from "@/components/ui/form/use-action-form";
import type { AnswerSettings } from "@/lib/bots/settings/answer-settings";
import { toFormValue } from "@/lib/forms/form-value";

type AnswerSettingsFormProps = {
  botId: string;
  settings: AnswerSettings;
  /** The models to choose between, the server's own first; null where none words the answers, and nothing of that is set. */
  models: [own: string, ...others: string[]] | null;
  action: FormAction<void>;
};

export function AnswerSettingsForm({ botId, settings, models, action }: AnswerSettingsFormProps) {
  const words = useDashboardCatalog().bots.answers;
  const { state, errors, form } = useActionForm(action, {
    stored: {
      ...settings,
      offersPerson: toFormValue(settings.offersPerson),
      masksPersonal: toFormValue(settings.masksPersonal),
    },
    draft: `answers/${botId}`,
  });
  return (
    <ActionForm form={form}>
      <input type="hidden" name="botId" value={botId} />
      <Card
        title={words.title}
        footer={
          <>
            <SubmitButton>{words.submit}</SubmitButton>
            <FormStatus state={state} savedLabel={words.done} />
            <UnsavedMark form={form} />
          </>
        }
      >
        <div className="flex flex-col gap-6">
          <SelectField
            name="sureness"
            label={words.sureness}
            help={words.surenessHelp}
            error={errors.sureness}
            defaultValue={settings.sureness}
            options={[
              { value: "careful", label: words.careful },
              { value: "usual", label: words.usual },
              { value: "generous", label: words.generous },
            ]}
          />
          <TextAreaField
            name="fallbackText"
            label={words.fallbackText}
            help={words.fallbackHelp}
            error={errors.fallbackText}
            defaultValue={settings.fallbackText}
          />
          <TextField
            name="contact"
            label={words.contact}
            help={words.contactHelp}
            error={errors.contact}
            defaultValue={settings.contact}
            autoComplete="off"
          />
          <TextAreaField
            name="wordings"
            size="medium"
            label={words.wordings}
            help={words.wordingsHelp}
            error={errors.wordings}
            defaultValue={settings.wordings}
          />
          <SwitchField
            name="offersPerson"
            label={words.offersPerson}
            help={words.offersPersonHelp}
            defaultChecked={settings.offersPerson}
          />
          <SwitchField
            name="masksPersonal"
            label={words.masksPersonal}
            help={words.masksPersonalHelp}
            defaultChecked={settings.masksPersonal}
          />
          {models && (
            <>
              <TextAreaField
                name="instructions"
                label={words.instructions}
                help={words.instructionsHelp}
                error={errors.instructions}
                defaultValue={settings.instructions}
              />
              <SelectField
                name="unsupportedRule"
                label={words.unsupportedRule}
                help={words.unsupportedHelp}
                error={errors.unsupportedRule}
                defaultValue={settings.unsupportedRule}
                options={[
                  { value: "drop", label: words.drop },
                  { value: "mark", label: words.mark },
                ]}
              />
              <ModelField models={models} stored={settings.answerModel} error={errors.answerModel} />
            </>
          )}
        </div>
      </Card>
    </ActionForm>
  );
}

type ModelFieldProps = { models: [own: string, ...others: string[]]; stored: string; error?: string };

/** A choice where there is one; where a model was chosen that the server no longer offers, it says what answers instead. */
function ModelField({ models: [own, ...others], stored, error }: ModelFieldProps) {
  const words = useDashboardCatalog().bots.answers;
  const isGone = stored !== "" && stored !== own && !others.includes(stored);
  const help = isGone ? words.answerModelGone(stored, own) : words.answerModelHelp;
  return (
    <SelectField
      name="answerModel"
      label={words.answerModel}
      help={help}
      error={error}
      defaultValue={stored}
      // What is stored may stay as it is, by whatever name the server's own model answers.
      options={[
        { value: isGone || stored === own ? stored : "", label: words.answerModelOwn(own) },
        ...others.map(toOption),
      ]}
    />
  );
}

function toOption(name: string) {
  return { value: name, label: name };
}
