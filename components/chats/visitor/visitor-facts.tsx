import { useEffect, useState } from "react";
import { fetchJson } from "@/components/chats/state/fetch-json";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Skeleton } from "@/components/ui/skeleton/skeleton";
import type { SaidVisitor, TraitValue } from "@/lib/conversations/receive/visitor-input";
import { languageOf } from "@/lib/language/language-of";

/** What the page said of a chat's visitor, read when it is shown. */
export function VisitorFacts({ conversationId }: { conversationId: string }) {
  const words = useDashboardCatalog().chats.visitor;
  const [said, setSaid] = useState<SaidVisitor | "loading" | "failed">("loading");
  useEffect(() => {
    let isShown = true;
    const take = (result: SaidVisitor | "failed") => isShown && setSaid(result);
    fetchJson<SaidVisitor>(`/api/chats/${conversationId}/visitor`).then(take, () => take("failed"));
    return () => {
      isShown = false;
    };
  }, [conversationId]);
  if (said === "loading") return <Skeleton className="my-2 h-10 w-60 max-w-full" />;
  if (said === "failed") return <p role="alert">{words.loadFailed}</p>;
  return (
    <dl className="grid grid-cols-[minmax(0,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 py-2 text-sm">
      {said.name !== null && <Fact name={words.name} value={said.name} />}
      {said.email !== null && <Fact name={words.email} value={said.email} />}
      {Object.entries(said.traits).map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
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
