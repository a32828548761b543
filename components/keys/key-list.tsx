"use client";

import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button/button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import type { FormAction } from "@/components/ui/form/form-action";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import type { Scope } from "@/lib/scopes";

/** Times are ISO 8601. */
export type KeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  authorName: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  isGood: boolean;
  isRevoked: boolean;
};

export function KeyList({ rows, revoke }: { rows: KeyRow[]; revoke: FormAction }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <KeyItem key={row.id} row={row} revoke={revoke} />
      ))}
    </ul>
  );
}

function KeyItem({ row, revoke }: { row: KeyRow; revoke: FormAction }) {
  const { keys: words } = useDashboardCatalog();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium wrap-anywhere">
            <OwnWords>{row.name}</OwnWords>
          </span>
          <code translate="no" className="text-sm text-ink-soft">
            {row.prefix}…
          </code>
          {!row.isGood && <Badge>{row.isRevoked ? words.ended.revoked : words.ended.expired}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {row.scopes.map((scope) => words.scopes[scope].label).join(" · ")}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          {row.lastUsedAt ? (
            <RelativeTime value={row.lastUsedAt} sentence={words.used} />
          ) : (
            <span>{words.neverUsed}</span>
          )}
          {row.isGood && (
            <>
              <span aria-hidden>·</span>
              {row.expiresAt ? (
                <RelativeTime value={row.expiresAt} sentence={words.expires} />
              ) : (
                <span>{words.forGood}</span>
              )}
            </>
          )}
          <span aria-hidden>·</span>
          <OwnWords>{words.by(row.authorName)}</OwnWords>
        </p>
      </div>
      {row.isGood && <RevokeButton row={row} revoke={revoke} />}
    </li>
  );
}

/** Asks first: programs stop working, and that can't be undone. */
function RevokeButton({ row, revoke }: { row: KeyRow; revoke: FormAction }) {
  const { keys, common } = useDashboardCatalog();
  const words = keys.revoke;
  const [isAsking, setIsAsking] = useState(false);
  const revokeForm = useToastAction(revoke, words.done(row.name));
  return (
    <>
      <Button size="small" aria-label={words.label(row.name)} onClick={() => setIsAsking(true)}>
        {words.submit}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        words={{ ...words, title: words.title(row.name), cancel: common.cancel }}
        field={{ name: "keyId", value: row.id }}
        action={revokeForm}
      />
    </>
  );
}
