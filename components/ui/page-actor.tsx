"use client";

import { createContext, type ReactNode } from "react";
import type { PageActor as Actor } from "@/lib/http/acted-as";

/**
 * Who the page was drawn for: drafts are theirs alone, and what a form sends is done as them or not at all. Null where
 * nobody is signed in.
 */
export const PageActorContext = createContext<Actor | null>(null);

type PageActorProps = Actor & { children: ReactNode };

export function PageActor({ userId, teamId, children }: PageActorProps) {
  return <PageActorContext value={{ userId, teamId }}>{children}</PageActorContext>;
}
