"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { ColorField } from "@/components/ui/field/color-field";
import { SegmentedField } from "@/components/ui/field/segmented-field";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UnsavedMark } from "@/components/ui/form/unsaved-mark";
import { type FormAction, useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { useCatalog } from "@/components/ui/use-catalog";
import { readSuggestions } from "@/lib/bots/settings/read-suggestions";
import { suggestionLimits, widgetLocales, widgetThemes } from "@/lib/bots/settings/widget-choices";
import { toFormValue } from "@/lib/forms/form-value";
import { type WidgetLook, WidgetPreview } from "./widget-preview";

type AppearanceEditorProps = {
  botId: string;
  config: WidgetLook;
  canEdit: boolean;
  action: FormAction<void>;
};

/** The form of a bot's looks with the preview beside it; on phones one of the two at a time. */
export function AppearanceEditor({ botId, config, canEdit, action }: AppearanceEditorProps) {
  const { bots, common } = useCatalog();
  const words = bots.appearance;
  const { state, errors, form } = useActionForm(action, {
    stored: toStored(config),
    draft: `appearance/${botId}`,
  });
  const [look, setLook] = useState(config);
  // Shown when the field is left: half an address would be asked for with each key.
  const [shownAvatarUrl, setShownAvatarUrl] = useState(config.avatarUrl);
  const [view, setView] = useState<"edit" | "preview">("edit");

  useEffect(() => {
    if (state.status === "error") setView("edit");
  }, [state]);

  const readLook = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const form = new FormData(currentTarget);
    setLook((before) => ({
      primaryColor: before.primaryColor,
      position: positions.find((corner) => corner === form.get("position")) ?? before.position,
      botName: String(form.get("botName")),
      avatarUrl: String(form.get("avatarUrl")),
      welcome: String(form.get("welcome")),
      placeholder: String(form.get("placeholder")),
      enabled: form.has("enabled"),
      locale: widgetLocales.find((locale) => locale === form.get("locale")) ?? "",
      theme: widgetThemes.find((theme) => theme === form.get("theme")) ?? before.theme,
      suggestions: readSuggestions(String(form.get("suggestions"))),
      showSources: form.has("showSources"),
    }));
  };

  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_416px]">
      <fieldset className="flex gap-2 lg:hidden">
        <legend className="sr-only">{words.view}</legend>
        {(["edit", "preview"] as const).map((name) => (
          <Button
            key={name}
            isBlock
            variant={view === name ? "primary" : "secondary"}
            aria-pressed={view === name}
            onClick={() => setView(name)}
          >
            {words[name]}
          </Button>
        ))}
      </fieldset>
      <ActionForm form={form} onInput={readLook} className={view === "edit" ? "" : "max-lg:hidden"}>
        <input type="hidden" name="botId" value={botId} />
        <Card
          title={words.title}
          description={canEdit ? words.description : undefined}
          footer={
            canEdit && (
              <>
                <SubmitButton pendingLabel={common.saving}>{common.saveChanges}</SubmitButton>
                <FormStatus state={state} savedLabel={words.saved} />
                <UnsavedMark form={form} />
              </>
            )
          }
        >
          <fieldset disabled={!canEdit} className="flex max-w-form min-w-0 flex-col gap-6">
            {!canEdit && <Notice>{bots.readOnly}</Notice>}
            <SwitchField
              name="enabled"
              label={words.enabled}
              help={words.enabledHelp}
              defaultChecked={config.enabled}
            />
            <TextField
              name="botName"
              label={words.botName}
              help={words.botNameHelp}
              error={errors.botName}
              defaultValue={config.botName}
              autoComplete="off"
            />
            <ColorField
              name="primaryColor"
              label={words.primaryColor}
              help={words.primaryColorHelp}
              error={errors.primaryColor}
              defaultValue={config.primaryColor}
              pickerLabel={common.pickColor}
              onColor={(primaryColor) => setLook((before) => ({ ...before, primaryColor }))}
            />
            <SegmentedField
              name="position"
              label={words.position}
              help={words.positionHelp}
              error={errors.position}
              defaultValue={config.position}
              options={positions.map((value) => ({ value, label: words.positions[value] }))}
            />
            <SegmentedField
              name="theme"
              label={words.theme}
              help={words.themeHelp}
              error={errors.theme}
              defaultValue={config.theme}
              options={widgetThemes.map((value) => ({ value, label: words.themes[value] }))}
            />
            <SelectField
              name="locale"
              label={words.locale}
              help={words.localeHelp}
              error={errors.locale}
              defaultValue={config.locale}
              options={[
                { value: "", label: words.localePage },
                ...widgetLocales.map((value) => ({ value, label: localeNames[value] })),
              ]}
            />
            <TextField
              name="avatarUrl"
              type="url"
              label={words.avatarUrl}
              help={words.avatarUrlHelp}
              error={errors.avatarUrl}
              note={common.optional}
              defaultValue={config.avatarUrl}
              onBlur={(event) => setShownAvatarUrl(event.target.value.trim())}
              placeholder="https://"
              autoComplete="off"
            />
            <TextAreaField
              name="welcome"
              label={words.welcome}
              help={words.welcomeHelp}
              error={errors.welcome}
              defaultValue={config.welcome}
            />
            <TextField
              name="placeholder"
              label={words.placeholder}
              help={words.placeholderHelp}
              error={errors.placeholder}
              defaultValue={config.placeholder}
              autoComplete="off"
            />
            <TextAreaField
              name="suggestions"
              label={words.suggestions}
              help={words.suggestionsHelp(suggestionLimits.count, suggestionLimits.length)}
              error={errors.suggestions}
              note={common.optional}
              defaultValue={config.suggestions.join("\n")}
              placeholder={words.suggestionsExample}
              className="min-h-28"
            />
            <SwitchField
              name="showSources"
              label={words.showSources}
              help={words.showSourcesHelp}
              defaultChecked={config.showSources}
            />
          </fieldset>
        </Card>
      </ActionForm>
      <section
        aria-label={words.previewOf(look.botName)}
        className={`lg:sticky lg:top-8 ${view === "preview" ? "" : "max-lg:hidden"}`}
      >
        <WidgetPreview look={{ ...look, avatarUrl: shownAvatarUrl }} />
      </section>
    </div>
  );
}

function toStored({ suggestions, enabled, showSources, ...texts }: WidgetLook) {
  return {
    ...texts,
    suggestions: toFormValue(suggestions),
    enabled: toFormValue(enabled),
    showSources: toFormValue(showSources),
  };
}

const positions = ["br", "bl", "tr", "tl"] as const;

/** Each language in its own words, whatever the dashboard speaks. */
const localeNames = { "zh-TW": "繁體中文", "zh-CN": "简体中文", en: "English", ja: "日本語" };
