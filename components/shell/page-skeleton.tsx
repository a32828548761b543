"use client";

import type { ReactNode } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton/skeleton";
import { SkeletonRows } from "@/components/ui/skeleton/skeleton-rows";

type PageSkeletonProps = {
  path: string;
  /** Only what stands below the bot's heading and tabs. */
  isInBot: boolean;
};

/**
 * The shape of the page at a path before it arrives, with the words that are known; null for one outside the dashboard.
 */
export function pageSkeleton({ path, isInBot }: PageSkeletonProps): ReactNode {
  const [place, id, part, item] = path.split("/").slice(1);
  if (place === "chats") return <ChatsSkeleton />;
  if (place === "leads") return <LeadsSkeleton />;
  if (place === "team") return id === "jobs" ? <JobsSkeleton /> : <TeamSkeleton />;
  if (place === "account") return <AccountSkeleton />;
  if (place !== "bots" || part === "try") return null;
  if (id === undefined) return <BotsSkeleton />;
  if (id === "new") return <NewBotSkeleton />;
  if (id === "bin") return <BinSkeleton />;
  const page = <BotPageSkeleton part={part} item={item} />;
  return isInBot ? page : <BotSkeleton>{page}</BotSkeleton>;
}

/** Read out once; the shapes themselves are hidden from screen readers. */
function Waiting({ children, className }: { children: ReactNode; className?: string }) {
  const { common } = useDashboardCatalog();
  return (
    <div className={className}>
      <span role="status" className="sr-only">
        {common.loading}
      </span>
      {children}
    </div>
  );
}

function BotsSkeleton() {
  const words = useDashboardCatalog().places.bots;
  return (
    <Waiting>
      <PageHeader title={words.title} description={words.description} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {["a", "b", "c"].map((key) => (
          <div key={key} className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4">
            <div className="flex items-start gap-3">
              <Skeleton className="size-10 shrink-0 rounded-full" />
              <div className="flex flex-1 flex-col gap-2 py-1">
                <Skeleton className="h-4 w-3/5" />
                <Skeleton className="h-3 w-2/5" />
              </div>
              <Skeleton className="h-5 w-16 rounded-full" />
            </div>
            <div className="flex flex-col gap-2 border-t border-line pt-4 pb-1">
              <Skeleton className="h-3 w-20" />
              <Skeleton className="h-3 w-32" />
            </div>
          </div>
        ))}
      </div>
    </Waiting>
  );
}

function LeadsSkeleton() {
  const { leads } = useDashboardCatalog();
  return (
    <Waiting>
      <PageHeader title={leads.title} description={leads.description} />
      <div className="flex flex-col gap-4">
        <Skeleton className="h-9 w-full pointer-coarse:h-11" />
        <Card isFlush>
          <SkeletonRows count={6} />
        </Card>
      </div>
    </Waiting>
  );
}

function NewBotSkeleton() {
  const { newBot, backToBots } = useDashboardCatalog().places;
  return (
    <Waiting>
      <PageHeader
        title={newBot.title}
        description={newBot.description}
        back={{ href: "/bots", label: backToBots }}
      />
      <div className="max-w-form">
        <FormSkeleton fields={1} />
      </div>
    </Waiting>
  );
}

function BinSkeleton() {
  const { bin, places } = useDashboardCatalog();
  return (
    <Waiting>
      <PageHeader
        title={bin.title}
        description={bin.botsDescription}
        back={{ href: "/bots", label: places.backToBots }}
      />
      <Card isFlush>
        <SkeletonRows count={3} hasAvatar />
      </Card>
    </Waiting>
  );
}

function BotSkeleton({ children }: { children: ReactNode }) {
  const { places, common } = useDashboardCatalog();
  const { botTabs: tabs, backToBots } = places;
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <Skeleton className="size-9 shrink-0 rounded-full" />
            <Skeleton className="h-7 w-40" />
            <span className="sr-only">{common.loading}</span>
          </span>
        }
        back={{ href: "/bots", label: backToBots }}
        actions={<Skeleton className="h-9 w-32 pointer-coarse:h-11" />}
      />
      <ul
        aria-hidden
        className="-mx-4 mb-6 flex gap-4 overflow-hidden border-b border-line px-4 md:mx-0 md:gap-6 md:px-0"
      >
        {[tabs.overview, tabs.knowledge, tabs.appearance, tabs.install].map((label) => (
          <li key={label} className="py-2 whitespace-nowrap text-ink-soft pointer-coarse:py-3">
            {label}
          </li>
        ))}
      </ul>
      {children}
    </>
  );
}

function BotPageSkeleton({ part, item }: { part: string | undefined; item: string | undefined }) {
  const { knowledge, versions } = useDashboardCatalog().places;
  if (part === "knowledge" && item === undefined) {
    return (
      <Waiting className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Card isFlush title={knowledge.title} description={knowledge.description}>
          <SkeletonRows count={6} />
        </Card>
        <FormSkeleton fields={1} />
      </Waiting>
    );
  }
  if (item === "bin") {
    return (
      <Waiting className="flex flex-col gap-4">
        <Skeleton className="h-6 w-48" />
        <Card isFlush>
          <SkeletonRows count={3} />
        </Card>
      </Waiting>
    );
  }
  if (part === "knowledge") {
    return (
      <Waiting
        className={`grid grid-cols-1 items-start gap-6 ${item === "new" ? "max-w-[45rem]" : "lg:grid-cols-[minmax(0,1fr)_300px]"}`}
      >
        <div className="flex flex-col gap-4">
          <div className="flex flex-col gap-2">
            <Skeleton className="h-4 w-20" />
            <Skeleton className="h-6 w-48" />
            {item !== "new" && <Skeleton className="h-4 w-40" />}
          </div>
          <FormSkeleton fields={1} hasText />
        </div>
        {item !== "new" && (
          <Card isFlush title={versions}>
            <SkeletonRows count={3} />
          </Card>
        )}
      </Waiting>
    );
  }
  if (part === "appearance") {
    return (
      <Waiting className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_420px]">
        <FormSkeleton fields={5} />
        <Skeleton className="hidden h-[37rem] w-full rounded-card lg:block" />
      </Waiting>
    );
  }
  if (part === undefined) {
    return (
      <Waiting className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Card isFlush>
          <SkeletonRows count={3} />
        </Card>
        <FormSkeleton fields={1} />
      </Waiting>
    );
  }
  return (
    <Waiting className="flex max-w-form flex-col gap-6">
      <FormSkeleton fields={part === "settings" ? 1 : 2} />
      <FormSkeleton fields={3} />
    </Waiting>
  );
}

function ChatsSkeleton() {
  const { chats } = useDashboardCatalog();
  return (
    <Waiting className="-mx-4 -mt-6 md:fixed md:inset-y-0 md:right-0 md:left-(--shell-side) md:m-0 md:grid md:grid-cols-[clamp(280px,22vw,420px)_minmax(0,1fr)]">
      <div className="border-line md:border-r">
        <div className="px-4 pt-6 pb-3 md:px-6">
          <h1 className="text-lg">{chats.list.title}</h1>
        </div>
        <div className="px-4 pb-3 md:px-6">
          <Skeleton className="h-9 w-full pointer-coarse:h-11" />
        </div>
        <SkeletonRows count={8} />
      </div>
      <div className="hidden flex-col gap-6 p-6 md:flex">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-12 w-56 self-end" />
        <Skeleton className="h-20 w-80" />
        <Skeleton className="h-12 w-40 self-end" />
      </div>
    </Waiting>
  );
}

function TeamSkeleton() {
  const { team } = useDashboardCatalog();
  return (
    <Waiting>
      <PageHeader title={team.title} description={team.description} />
      <div className="flex flex-col gap-6">
        <Card isFlush title={team.members}>
          <SkeletonRows count={4} hasAvatar />
        </Card>
        <FormSkeleton fields={1} />
      </div>
    </Waiting>
  );
}

function JobsSkeleton() {
  const { jobs } = useDashboardCatalog();
  return (
    <Waiting>
      <PageHeader title={jobs.title} description={jobs.description} />
      <Card isFlush>
        <SkeletonRows count={3} />
      </Card>
    </Waiting>
  );
}

function AccountSkeleton() {
  const { account } = useDashboardCatalog();
  return (
    <Waiting>
      <PageHeader title={account.title} />
      <div className="flex flex-col gap-6">
        <FormSkeleton fields={2} />
        <FormSkeleton fields={2} />
      </div>
    </Waiting>
  );
}

const fieldKeys = ["a", "b", "c", "d", "e"];

/** A card of fields with a button below. */
function FormSkeleton({ fields, hasText = false }: { fields: number; hasText?: boolean }) {
  return (
    <Card footer={<Skeleton className="h-9 w-20 pointer-coarse:h-11" />}>
      <div className="flex flex-col gap-6">
        {fieldKeys.slice(0, fields).map((key) => (
          <div key={key} className="flex flex-col gap-2">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-9 w-full max-w-form pointer-coarse:h-11" />
          </div>
        ))}
        {hasText && <Skeleton className="h-88 w-full" />}
      </div>
    </Card>
  );
}
