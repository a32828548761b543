import { botLimits } from "@/lib/bots/settings/bot-input";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { sourceLimits } from "@/lib/knowledge/sources/source-limits";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { ReferenceTable } from "../reference-table";
import { sayLimit } from "../say-limit";

const { botMinute, botDay, newChats } = limitPolicies;

/** Every ceiling that an owner may meet, with the variable by which the operator changes it. */
export function CeilingTable({ locale }: { locale: Locale }) {
  const { offers, developers } = getCatalog(locale);
  const words = offers.pricing.ceilings;
  const { limits } = developers;
  const count = (value: number) => words.countOf(value.toLocaleString(locale));
  const changeable = [
    { what: limits.botMinute, policy: botMinute },
    { what: limits.botDay, policy: botDay },
    { what: limits.newChats, policy: newChats },
  ].map(({ what, policy }) => ({
    key: policy.rule,
    most: sayLimit(policy, locale),
    what: (
      <span key="what" className="whitespace-normal">
        {what}
        <code translate="no" className="block text-ink-soft">
          {policy.variable}
        </code>
      </span>
    ),
  }));
  const fixed = [
    { what: words.bots, most: count(botLimits.botsInTeam) },
    { what: words.documents, most: count(documentLimits.documentsInBot) },
    { what: words.characters, most: words.charactersOf(documentLimits.content.toLocaleString(locale)) },
    { what: words.files, most: count(sourceLimits.filesInBot) },
    { what: words.file, most: `${sourceLimits.fileBytes / 1024 ** 2} MiB` },
    { what: words.storage, most: `${sourceLimits.teamBytes / 1024 ** 3} GiB` },
    { what: words.addresses, most: count(sourceLimits.addressesInBot) },
    { what: words.members, most: words.noLimit },
  ].map((row) => ({ ...row, key: row.what }));
  return (
    <>
      <p className="max-w-form text-ink-soft">{words.lead}</p>
      <ReferenceTable
        caption={words.caption}
        columns={[words.columns.what, words.columns.most]}
        rows={[...changeable, ...fixed].map(({ key, what, most }) => ({ key, cells: [what, most] }))}
      />
    </>
  );
}
