import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { DashboardFrame } from "./dashboard-frame";

/** Nobody finds these pages, or sees a link to one drawn: what is said for that would be in each twice. */
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  ...{ description: null, openGraph: null, twitter: null },
};

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePageActor();
  return <DashboardFrame actor={actor}>{children}</DashboardFrame>;
}
