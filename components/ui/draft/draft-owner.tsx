"use client";

import { createContext, type ReactNode } from "react";

/** The id of who is signed in: drafts are theirs alone. Null where nobody is. */
export const DraftOwnerContext = createContext<string | null>(null);

export function DraftOwner({ userId, children }: { userId: string; children: ReactNode }) {
  return <DraftOwnerContext value={userId}>{children}</DraftOwnerContext>;
}
