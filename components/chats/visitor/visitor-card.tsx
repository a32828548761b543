import Link from "next/link";
import { type ReactNode, use, useEffect, useState } from "react";
import { fetchJson } from "@/components/chats/state/fetch-json";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Skeleton } from "@/components/ui/skeleton/skeleton";
import { LocalTime } from "@/components/ui/text/local-time";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import { LocaleContext } from "@/components/ui/words/locale-provider";
import type { VisitorCard as Card } from "@/lib/conversations/inbox/get-visitor-card";
import type { TraitValue } from "@/lib/conversations/receive/visitor-input";
import type { Locale } from "@/lib/i18n/locale";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";

type VisitorCardProps = {
  conversationId: string;
  /** How many turns the visitor has written: with each the card is read again. */
  visitorTurns: number;
  /** What it stands in has said whose it is. */
  isFolded?: boolean;
};

/**
 * What is kept of the open chat's visitor, read when it is shown: who the page says they are, from where they wrote,
 * their other chats.
 */
export function VisitorCard({ conversationId, visitorTurns, isFolded = false }: VisitorCardProps) {
  const words = useDashboardCatalog().chats;
  const { locale } = use(LocaleContext);
  const [card, setCard] = useState<Card | "loading" | "failed">("loading");
  const [tries, setTries] = useState(0);
  const address = `/api/chats/${conversationId}/visitor`;
  const version = `${visitorTurns}/${tries}`;
  useEffect(() => {
    let isShown = version !== "";
    const take = (result: Card) => isShown && setCard(result);
    const fail = () => isShown && setCard((known) => (typeof known === "object" ? known : "failed"));
    fetchJson<Card>(address).then(take, fail);
    return () => {
      isShown = false;
    };
  }, [address, version]);
  if (card === "loading") return <Skeleton className="my-2 h-10 w-60 max-w-full" />;
  if (card === "failed") {
    return (
      <div className="flex flex-col items-start gap-2 text-sm">
        <p role="alert">{words.visitor.loadFailed}</p>
        <Button size="small" onClick={() => setTries(tries + 1)}>
          {words.transcript.retry}
        </Button>
      </div>
    );
  }
  const { said, consent, language, browser, pages, others } = card;
  return (
    <div className="flex flex-col gap-6 text-sm">
      {said && (
        <Part title={isFolded ? null : `${words.visitor.title} · ${words.visitor.unverified}`}>
          <dl className="grid grid-cols-[minmax(0,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1">
            {said.name !== null && <Fact name={words.visitor.name} value={said.name} />}
            {said.email !== null && <Fact name={words.visitor.email} value={said.email} />}
            {Object.entries(said.traits).map(([name, value]) => (
              <Fact key={name} name={name} value={value} />
            ))}
          </dl>
        </Part>
      )}
      {consent && (
        <Part title={words.visitor.consent}>
          <p translate="no" lang={languageOf(consent.text)}>{`「${consent.text}」`}</p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft">
            <LocalTime value={consent.at} look="moment" />
            {consent.url !== null && (
              <a
                href={consent.url}
                target="_blank"
                rel="noreferrer"
                title={consent.url}
                className={textLinkClass}
              >
                {words.visitor.policy}
              </a>
            )}
          </p>
        </Part>
      )}
      {(browser !== null || language !== null) && (
        <Part title={words.visitor.device}>
          <dl className="grid grid-cols-[minmax(0,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1">
            {browser !== null && <Fact name={words.visitor.browser} value={browser} />}
            {language !== null && (
              <Fact name={words.visitor.language} value={nameOfLanguage(language, locale)} />
            )}
          </dl>
        </Part>
      )}
      {pages.length > 0 && (
        <Part title={words.visitor.pages}>
          <ol className="flex flex-col gap-2">
            {pages.map(({ url, at }) => (
              <li key={at} className="flex items-baseline justify-between gap-3">
                <a
                  href={url}
                  target="_blank"
                  rel="noreferrer"
                  translate="no"
                  title={url}
                  className={`${textLinkClass} min-w-0 truncate`}
                >
                  {shortAddress(url)}
                </a>
                <RelativeTime value={new Date(at).toISOString()} className="shrink-0 text-ink-soft" />
              </li>
            ))}
          </ol>
        </Part>
      )}
      {others.count > 0 && (
        <Part title={words.visitor.others(others.count)}>
          <ul className="flex flex-col gap-2">
            {others.chats.map(({ id, lastAsked, lastActivityAt }) => (
              <li key={id} className="flex items-baseline justify-between gap-3">
                <Link
                  href={`${paths.chats}/${id}`}
                  prefetch={false}
                  translate="no"
                  lang={languageOf(lastAsked)}
                  className={`${textLinkClass} min-w-0 truncate`}
                >
                  {lastAsked}
                </Link>
                <RelativeTime
                  value={new Date(lastActivityAt).toISOString()}
                  className="shrink-0 text-ink-soft"
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string | null; children: ReactNode }) {
  return (
    <section>
      {title !== null && <h3 className="mb-2 font-semibold">{title}</h3>}
      {children}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: TraitValue }) {
  const words = useDashboardCatalog().chats.visitor;
  return (
    <>
      <dt className="truncate text-ink-soft">
        <bdi lang={languageOf(name)}>{name}</bdi>
      </dt>
      <dd
        translate="no"
        dir="auto"
        lang={typeof value === "string" ? languageOf(value) : undefined}
        className="break-words"
      >
        {typeof value === "boolean" ? (value ? words.yes : words.no) : String(value)}
      </dd>
    </>
  );
}

/** An address without what is the same everywhere: `shop.example.com/tea?size=2`. */
function shortAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return pathname === "/" && search === "" ? host : host + pathname + search;
}

/** A language by its name in the reader's; as it stands where the browser knows none. */
function nameOfLanguage(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
