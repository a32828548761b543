import { Badge } from "@/components/ui/badge";
import { CirclePause } from "@/components/ui/icons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";

export function BotStateBadge({ isEnabled, locale }: { isEnabled: boolean; locale: Locale }) {
  const { state } = getCatalog(locale).bots;
  return isEnabled ? (
    <Badge tone="good">{state.enabled}</Badge>
  ) : (
    <Badge tone="warn" icon={<CirclePause />}>
      {state.paused}
    </Badge>
  );
}
