"use client";

import { type ReactNode, useState, useTransition } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { Trash2 } from "@/components/ui/icons";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useToast } from "@/components/ui/toast/use-toast";
import { languageOf } from "@/lib/language/language-of";

export type BinItem = {
  id: string;
  name: string;
  picture?: ReactNode;
  /** ISO 8601. */
  deletedAt: string;
  purgeAt: string;
  /** What its actions are given. */
  fields: Record<string, string>;
};

type BinListProps<T> = {
  items: BinItem[];
  /** Said where the bin is empty, and before something is deleted for good. */
  empty: string;
  purgeWarning: string;
  restore: FormAction<T>;
  /** Undefined for who may not delete for good. */
  purge?: FormAction<void>;
};

/** What was deleted, each with the day it goes for good and the way back. */
export function BinList<T>({ items, empty, purgeWarning, restore, purge }: BinListProps<T>) {
  return (
    <Card isFlush>
      {items.length === 0 ? (
        <EmptyState icon={<Trash2 aria-hidden className="size-8" />}>{empty}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <BinRow key={item.id} {...{ item, purgeWarning, restore, purge }} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type BinRowProps<T> = Pick<BinListProps<T>, "purgeWarning" | "restore" | "purge"> & { item: BinItem };

function BinRow<T>({ item, purgeWarning, restore, purge }: BinRowProps<T>) {
  const { bin, common } = useDashboardCatalog();
  const showToast = useToast();
  const run = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const [isRunning, startRunning] = useTransition();
  const { name } = item;

  const start = <D,>(action: FormAction<D>, onDone: (data: D) => void) =>
    startRunning(async () => {
      await run(action, item.fields, onDone);
    });
  const bringBack = () =>
    start(restore, (data) =>
      showToast({ message: hasNamesake(data) ? bin.namesake(name) : bin.restored(name) }),
    );
  const purgeNow = (action: FormAction<void>) => {
    setIsAsking(false);
    start(action, () => showToast({ message: bin.purgedNow(name) }));
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
      {item.picture}
      <div className="min-w-0 flex-1 basis-52">
        <p lang={languageOf(name)} className="font-medium break-words">
          {name}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <RelativeTime value={item.deletedAt} sentence={bin.deleted} />
          <span aria-hidden>·</span>
          <RelativeTime value={item.purgeAt} sentence={bin.purged} />
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {purge && (
          <Button
            size="small"
            variant="quiet"
            aria-label={bin.purgeLabel(name)}
            onClick={() => setIsAsking(true)}
          >
            {bin.purge}
          </Button>
        )}
        <Button size="small" isPending={isRunning} aria-label={bin.restoreLabel(name)} onClick={bringBack}>
          {bin.restore}
        </Button>
      </div>
      {purge && (
        <Dialog
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          title={bin.purgeTitle(name)}
          description={purgeWarning}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>{common.cancel}</Button>
              <Button variant="danger" onClick={() => purgeNow(purge)}>
                {bin.purge}
              </Button>
            </>
          }
        />
      )}
    </li>
  );
}

function hasNamesake(data: unknown): boolean {
  return typeof data === "object" && data !== null && "hasNamesake" in data && data.hasNamesake === true;
}
