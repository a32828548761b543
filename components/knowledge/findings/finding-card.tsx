import Link from "next/link";
import type { ChangeDocuments } from "@/components/knowledge/organise/use-change-documents";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { FindingItem, FindingPlace } from "@/lib/knowledge/findings/list-findings";
import type { FindingKind } from "@/lib/knowledge/truth/finding";
import { languageOf } from "@/lib/language/language-of";
import { SettleButton } from "./settle-button";
import { TurnOffButton } from "./turn-off-button";
import type { SettleActions } from "./use-settle";

const tones: Record<FindingKind, BadgeTone> = {
  contradiction: "bad",
  stale: "warn",
  duplicate: "plain",
  near_duplicate: "plain",
};

type FindingCardProps = {
  botId: string;
  finding: FindingItem;
  locale: Locale;
  /** Of who may settle it. */
  actions: (SettleActions & { change: ChangeDocuments }) | null;
};

/** What was found, its places side by side, and the ways to settle it. */
export function FindingCard({ botId, finding, locale, actions }: FindingCardProps) {
  const words = getCatalog(locale).knowledge.findings;
  const { key, kind, goneBy, isReplaced, places } = finding;
  const isStale = kind === "stale";
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3>
          <Badge tone={tones[kind]}>{words.kinds[kind]}</Badge>
        </h3>
        <span className="text-sm text-ink-soft">
          {goneBy ? `${words.goneBy(goneBy)} · ${words.help[kind]}` : words.help[kind]}
        </span>
      </div>
      <div className={`grid grid-cols-1 gap-3 ${places.length > 1 ? "md:grid-cols-2" : ""}`}>
        {places.map((place, at) => (
          <Place key={at === 0 ? "first" : "second"} botId={botId} place={place} locale={locale}>
            {actions && !isStale && (
              <SettleButton
                botId={botId}
                findingKey={key}
                does={at === 0 ? "first" : "second"}
                actions={actions}
                label={words.keepLabel(place.title)}
              >
                {words.keep}
              </SettleButton>
            )}
            {actions && kind !== "contradiction" && (
              <TurnOffButton
                {...{ botId, documentId: place.documentId, title: place.title }}
                action={actions.change}
              />
            )}
          </Place>
        ))}
      </div>
      {actions && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          {isStale && (
            <SettleButton botId={botId} findingKey={key} does="none" actions={actions}>
              {words.remove}
            </SettleButton>
          )}
          <SettleButton botId={botId} findingKey={key} does="dismiss" actions={actions}>
            {isStale ? words.dismissStale : words.dismiss}
          </SettleButton>
          <span className="text-sm text-ink-soft">
            {isStale ? words.keepHelp.stale : words.keepHelp[isReplaced ? "replaced" : "removed"]}
          </span>
        </div>
      )}
    </li>
  );
}

type PlaceProps = { botId: string; place: FindingPlace; locale: Locale; children: React.ReactNode };

function Place({ botId, place, locale, children }: PlaceProps) {
  const words = getCatalog(locale).knowledge.findings;
  const to = botPaths(botId);
  const { documentId, title, headings, ordinal, pieces, writtenAt, from } = place;
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-control border border-line p-3">
      <div className="min-w-0">
        <p className="font-medium [overflow-wrap:anywhere]">
          <Link href={to.passage(documentId, ordinal)} className={textLinkClass}>
            <OwnWords>{title}</OwnWords>
          </Link>
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          {headings.length > 0 && (
            <span className="[overflow-wrap:anywhere]">
              <OwnWords>{headings.join(" › ")}</OwnWords>
            </span>
          )}
          <span>
            {words.written} <RelativeTime value={writtenAt.toISOString()} />
          </span>
        </p>
      </div>
      <p
        lang={languageOf(pieces.map(({ text }) => text).join(""))}
        translate="no"
        className="whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {pieces.map(({ text, isIn, isMark }, index) =>
          isMark ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
            <mark key={index}>{text}</mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
            <span key={index} className={isIn ? undefined : "text-ink-soft"}>
              {text}
            </span>
          ),
        )}
      </p>
      {from && (
        <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
          <OwnWords>{(from.isFromWeb ? words.fromWeb : words.fromFile)(from.name)}</OwnWords>{" "}
          <Link href={to[from.isFromWeb ? "web" : "file"](from.sourceId)} className={textLinkClass}>
            {words.openSource}
          </Link>
        </p>
      )}
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-2">
        {children}
        <Link
          href={to.document(documentId)}
          aria-label={words.openDocument(title)}
          className={`${textLinkClass} py-0.5 text-sm`}
        >
          {words.seeDocument}
        </Link>
      </div>
    </div>
  );
}
