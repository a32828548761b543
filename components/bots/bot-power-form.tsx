"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { Pause, Play } from "@/components/ui/icons";

type BotPowerFormProps = { botId: string; isEnabled: boolean; action: FormAction<{ enabled: boolean }> };

/** Switches a bot on or off at once. */
export function BotPowerForm({ botId, isEnabled, action }: BotPowerFormProps) {
  const words = useBotCatalog().bots.power;
  const { state, form } = useActionForm(action);
  const isOn = state.status === "done" && state.data.enabled;
  return (
    <ActionForm form={form} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="botId" value={botId} />
      <input type="hidden" name="enabled" value={String(!isEnabled)} />
      <SubmitButton
        variant={isEnabled ? "secondary" : "primary"}
        icon={isEnabled ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
      >
        {isEnabled ? words.switchOff : words.switchOn}
      </SubmitButton>
      <FormStatus state={state} savedLabel={isOn ? words.switchedOn : words.switchedOff} />
    </ActionForm>
  );
}
