"use client";

import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { SwitchField } from "@/components/ui/field/switch-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { OwnWords } from "@/components/ui/text/own-words";
import { useToast } from "@/components/ui/toast/use-toast";
import type { BotAlerts } from "@/lib/teams/alerts/list-bot-alerts";

type BotAlertsListProps = { bots: readonly BotAlerts[]; action: FormAction<void> };

/** Of which bots a member is told; each switch is saved as it is changed. */
export function BotAlertsList({ bots, action }: BotAlertsListProps) {
  const words = useDashboardCatalog().account.botAlerts;
  return (
    <Card title={words.title} description={words.description} isFlush>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto">
        {bots.map((bot) => (
          <li key={bot.id} className="px-4 py-3 sm:px-6">
            <div className="max-w-form">
              <BotSwitch bot={bot} action={action} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function BotSwitch({ bot, action }: { bot: BotAlerts; action: FormAction<void> }) {
  const words = useDashboardCatalog().account.botAlerts;
  const run = useAction();
  const showToast = useToast();
  const [isOn, setIsOn] = useState(bot.isOn);
  const [isSaving, setIsSaving] = useState(false);
  const change = async (wanted: boolean) => {
    setIsSaving(true);
    setIsOn(wanted);
    const { status } = await run(action, { botId: bot.id, isOn: String(wanted) }, () =>
      showToast({ message: wanted ? words.isOn(bot.name) : words.isOff(bot.name) }),
    );
    if (status === "error") setIsOn(!wanted);
    setIsSaving(false);
  };
  return (
    <SwitchField
      label={<OwnWords>{bot.name}</OwnWords>}
      help={!isOn && bot.isOffForAll ? words.isOffForAll : undefined}
      checked={isOn}
      disabled={isSaving}
      onChange={({ target }) => void change(target.checked)}
    />
  );
}
