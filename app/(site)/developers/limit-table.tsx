import { requestLimits } from "@/lib/contract/request-fields";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { type LimitPolicy, limitPolicies } from "@/lib/kv/limits/limit-policies";
import { ReferenceTable } from "../reference-table";
import { sayLimit } from "../say-limit";

/** What this server allows, as its operator set it. */
export function LimitTable({ locale }: { locale: Locale }) {
  const words = getCatalog(locale).developers.limits;
  const say = (policy: LimitPolicy) => sayLimit(policy, locale);
  const rows = [
    { key: "message", cells: [words.message, say(limitPolicies.widgetMessage)] },
    { key: "ping", cells: [words.ping, say(limitPolicies.widgetPing)] },
    { key: "feedback", cells: [words.feedback, say(limitPolicies.widgetFeedback)] },
    { key: "unknown", cells: [words.unknownToken, say(limitPolicies.unknownToken)] },
    { key: "minute", cells: [words.botMinute, say(limitPolicies.botMinute)] },
    { key: "day", cells: [words.botDay, say(limitPolicies.botDay)] },
    { key: "chats", cells: [words.newChats, say(limitPolicies.newChats)] },
    { key: "body", cells: [words.body, words.bodyMost] },
    { key: "text", cells: [words.text, words.textMost(String(requestLimits.message))] },
  ];
  return (
    <>
      <p className="max-w-form text-ink-soft">{words.lead}</p>
      <ReferenceTable caption={words.title} columns={[words.what, words.most]} rows={rows} />
    </>
  );
}
