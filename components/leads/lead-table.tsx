import Link from "next/link";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type Column, DataTable, rowLinkClass } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/text/relative-time";
import type { LeadState } from "@/lib/conversations/leads/lead-query";
import type { Lead } from "@/lib/conversations/leads/list-leads";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";

type LeadTableProps = { locale: Locale; leads: readonly Lead[]; hasManyBots: boolean };

const tones: Record<LeadState, BadgeTone> = { open: "warn", answered: "good", closed: "plain" };

/** Leads; a row opens its chat. */
export function LeadTable({ locale, leads, hasManyBots }: LeadTableProps) {
  const words = getCatalog(locale).leads;
  const columns: Column<Lead>[] = [
    {
      key: "who",
      header: words.who,
      cell: ({ id, name }) => (
        <Link href={`${paths.chats}/${id}`} prefetch={false} className={rowLinkClass}>
          {name === null ? (
            words.nameless
          ) : (
            <bdi translate="no" lang={languageOf(name)} className="[overflow-wrap:anywhere]">
              {name}
            </bdi>
          )}
        </Link>
      ),
    },
    {
      key: "contact",
      header: words.contact,
      isSelfExplaining: true,
      cell: ({ phone, email }) => (
        <span translate="no" className="flex flex-col [overflow-wrap:anywhere]">
          {phone !== null && <span>{phone}</span>}
          {email !== null && <span>{email}</span>}
        </span>
      ),
    },
    {
      key: "question",
      header: words.columns.question,
      isSelfExplaining: true,
      isLine: true,
      cell: ({ question }) =>
        question === "" ? (
          <span className="text-ink-soft">{words.noQuestion}</span>
        ) : (
          <span translate="no" lang={languageOf(question)} className="line-clamp-2 [overflow-wrap:anywhere]">
            {question}
          </span>
        ),
    },
    {
      key: "place",
      header: hasManyBots ? words.columns.bot : words.columns.site,
      isSelfExplaining: true,
      cell: ({ bot, domain }) => (
        <span translate="no" className="flex flex-col text-sm text-ink-soft [overflow-wrap:anywhere]">
          {hasManyBots && <span lang={languageOf(bot)}>{bot}</span>}
          {domain !== null && <span>{domain}</span>}
        </span>
      ),
    },
    {
      key: "at",
      header: words.columns.at,
      isSelfExplaining: true,
      cell: ({ at }) => <RelativeTime value={new Date(at).toISOString()} className="text-ink-soft" />,
    },
    {
      key: "state",
      header: words.columns.state,
      isSelfExplaining: true,
      cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge>,
    },
  ];
  return <DataTable caption={words.title} columns={columns} rows={leads} rowKey={({ id }) => id} />;
}
