"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { ChoiceForm } from "@/components/ui/form/choice-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import type { FetchSchedule } from "@/lib/db/generated/enums";

type ScheduleFormProps = {
  botId: string;
  sourceId: string;
  schedule: FetchSchedule;
  action: FormAction<void>;
};

/** How often what is fetched is looked at by itself. */
export function ScheduleForm({ botId, sourceId, schedule, action }: ScheduleFormProps) {
  const words = useBotCatalog().knowledge.web;
  const change = useToastAction(action, words.scheduled);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span aria-hidden className="font-medium">
        {words.schedule}
      </span>
      <ChoiceForm
        label={words.schedule}
        name="schedule"
        value={schedule}
        options={(["off", "daily", "weekly"] as const).map((value) => ({
          value,
          label: words.schedules[value],
        }))}
        action={async (form) => change(form)}
      >
        <input type="hidden" name="botId" value={botId} />
        <input type="hidden" name="sourceId" value={sourceId} />
      </ChoiceForm>
      <p className="basis-full text-sm text-ink-soft">{words.scheduleHelp}</p>
    </div>
  );
}
