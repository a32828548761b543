import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { DashboardFrame } from "./dashboard-frame";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePageActor();
  return <DashboardFrame actor={actor}>{children}</DashboardFrame>;
}
