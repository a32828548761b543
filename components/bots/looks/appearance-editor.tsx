"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { UnsavedMark } from "@/components/ui/form/unsaved-mark";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { type BotLook, isPixels, type LookName, lookFields, mapFields } from "@/lib/contract/config-fields";
import { toFormValue } from "@/lib/forms/form-value";
import { readLines } from "@/lib/forms/read-lines";
import { readNumbers } from "@/lib/forms/read-numbers";
import { LookField } from "./look-field";
import { WidgetPreview } from "./widget-preview";

const lookNames = Object.keys(lookFields) as LookName[];

type AppearanceEditorProps = {
  botId: string;
  config: BotLook;
  canEdit: boolean;
  action: FormAction<void>;
};

/** The form of a bot's looks with the preview beside it; on phones one of the two at a time. */
export function AppearanceEditor({ botId, config, canEdit, action }: AppearanceEditorProps) {
  const { bots, common } = useBotCatalog();
  const words = bots.appearance;
  const { state, errors, form } = useActionForm(action, {
    stored: mapFields<Record<LookName, string>>(lookFields, (_, name) => toFormValue(config[name])),
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
    setLook((before) => readLookOf(form, before));
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
            {lookNames.map((name) => (
              <LookField
                key={name}
                name={name}
                field={lookFields[name]}
                words={words.fields[name]}
                error={errors[name]}
                stored={config[name]}
                onColor={(primaryColor) => setLook((before) => ({ ...before, primaryColor }))}
                onAddress={setShownAvatarUrl}
              />
            ))}
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

/** The looks as the form shows them; a colour that is being typed counts once it is one. */
function readLookOf(form: FormData, before: BotLook): BotLook {
  return mapFields<BotLook>(lookFields, (field, name) => {
    const text = String(form.get(name) ?? "");
    switch (field.kind) {
      case "switch":
        return form.has(name);
      case "lines":
        return readLines(text);
      case "pixels": {
        const numbers = readNumbers(text);
        return isPixels(field, numbers) ? numbers : before[name];
      }
      case "choice":
        return field.choices.find((choice) => choice === text) ?? before[name];
      case "color":
        return before[name];
      default:
        return text;
    }
  });
}
