"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";
import type { AnswerSettings } from "@/lib/bots/settings/answer-settings";
import { toFormValue } from "@/lib/forms/form-value";

type AnswerSettingsFormProps = {
  botId: string;
  settings: AnswerSettings;
  /**
   * The models to choose between, the server's own first; null where none words the answers, and
   * nothing of that is set.
   */
  models: [own: string, ...others: string[]] | null;
  action: FormAction<void>;
};

export function AnswerSettingsForm({ botId, settings, models, action }: AnswerSettingsFormProps) {
  const words = useBotCatalog().bots.answers;
  const { state, errors, field, form } = useActionForm(action, {
    stored: {
      ...settings,
      offersPerson: toFormValue(settings.offersPerson),
      masksPersonal: toFormValue(settings.masksPersonal),
    },
    draft: `answers/${botId}`,
  });
  return (
    <FormCard
      form={form}
      state={state}
      ids={{ botId }}
      title={words.title}
      submit={words.submit}
      savedLabel={words.done}
      marksUnsaved
    >
      <div className="flex flex-col gap-6">
        <SelectField
          {...field("sureness")}
          label={words.sureness}
          help={words.surenessHelp}
          options={[
            { value: "careful", label: words.careful },
            { value: "usual", label: words.usual },
            { value: "generous", label: words.generous },
          ]}
        />
        <TextAreaField {...field("fallbackText")} label={words.fallbackText} help={words.fallbackHelp} />
        <TextField {...field("contact")} label={words.contact} help={words.contactHelp} autoComplete="off" />
        <TextAreaField
          {...field("wordings")}
          size="medium"
          label={words.wordings}
          help={words.wordingsHelp}
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
              {...field("instructions")}
              label={words.instructions}
              help={words.instructionsHelp}
            />
            <SelectField
              {...field("unsupportedRule")}
              label={words.unsupportedRule}
              help={words.unsupportedHelp}
              options={[
                { value: "drop", label: words.drop },
                { value: "mark", label: words.mark },
              ]}
            />
            <ModelField models={models} stored={settings.answerModel} error={errors.answerModel} />
          </>
        )}
      </div>
    </FormCard>
  );
}

type ModelFieldProps = { models: [own: string, ...others: string[]]; stored: string; error?: string };

/**
 * A choice where there is one; where a model was chosen that the server no longer offers, it says what answers instead.
 */
function ModelField({ models: [own, ...others], stored, error }: ModelFieldProps) {
  const words = useBotCatalog().bots.answers;
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
