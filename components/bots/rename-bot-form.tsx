"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { TextField } from "@/components/ui/field/text-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormCard } from "@/components/ui/form/form-card";
import { useActionForm } from "@/components/ui/form/use-action-form";

type RenameBotFormProps = { botId: string; name: string; action: FormAction<{ name: string }> };

export function RenameBotForm({ botId, name, action }: RenameBotFormProps) {
  const words = useBotCatalog().bots.rename;
  const { state, field, form } = useActionForm(action, { stored: { name }, draft: `rename/${botId}` });
  return (
    <FormCard
      form={form}
      state={state}
      ids={{ botId }}
      title={words.title}
      submit={words.submit}
      savedLabel={state.status === "done" ? words.done(state.data.name) : undefined}
    >
      <TextField {...field("name")} label={words.name} help={words.help} autoComplete="off" />
    </FormCard>
  );
}
