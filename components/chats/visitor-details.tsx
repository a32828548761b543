import { useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { useCatalog } from "@/components/ui/use-catalog";
import type { SaidVisitor, TraitValue } from "@/lib/conversations/visitor-input";
import { fetchJson } from "./fetch-json";

/** What the page said of the open chat's visitor, read when it is unfolded. */
export function VisitorDetails({ chatId }: { chatId: string }) {
  const words = useCatalog().chats.visitor;
  const [said, setSaid] = useState<SaidVisitor | "loading" | "failed" | null>(null);
  const load = () => {
    setSaid("loading");
    fetchJson<SaidVisitor>(`/api/chats/${chatId}/visitor`).then(setSaid, () => setSaid("failed"));
  };
  return (
    <details
      className="border-b border-line px-4 py-2 text-sm md:px-6"
      onToggle={({ currentTarget }) => currentTarget.open && load()}
    >
      <summary className="w-fit cursor-pointer py-1 text-ink-soft hover:text-ink">
        {words.title} · {words.unverified}
      </summary>
      {said === "loading" && <Skeleton className="my-2 h-10 w-60" />}
      {said === "failed" && <p role="alert">{words.loadFailed}</p>}
      {said !== null && typeof said === "object" && (
        <dl className="grid max-h-40 grid-cols-[minmax(0,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 overflow-y-auto py-2">
          {said.name !== null && <Fact name={words.name} value={said.name} />}
          {said.email !== null && <Fact name={words.email} value={said.email} />}
          {Object.entries(said.traits).map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      )}
    </details>
  );
}

function Fact({ name, value }: { name: string; value: TraitValue }) {
  const words = useCatalog().chats.visitor;
  return (
    <>
      <dt className="truncate text-ink-soft">
        <bdi>{name}</bdi>
      </dt>
      <dd className="break-words" dir="auto">
        {typeof value === "boolean" ? (value ? words.yes : words.no) : String(value)}
      </dd>
    </>
  );
}
