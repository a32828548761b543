"use client";

import { createContext, type ReactNode, use } from "react";

/** Where each member's picture is, by their id; who has none is not in it. */
export type FaceAddresses = Readonly<Record<string, string>>;

const FacesContext = createContext<FaceAddresses>({});

/** Gives all below it the pictures of the team's members. */
export function Faces({ addresses, children }: { addresses: FaceAddresses; children: ReactNode }) {
  return <FacesContext value={addresses}>{children}</FacesContext>;
}

/** Where a member's picture is; undefined where they have none, or the page came before it. */
export function useFace(userId: string | undefined): string | undefined {
  const addresses = use(FacesContext);
  return userId === undefined ? undefined : addresses[userId];
}
