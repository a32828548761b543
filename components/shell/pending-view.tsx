"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, use } from "react";
import { NavigationContext } from "@/components/ui/navigation-area";
import { pageSkeleton } from "./page-skeleton";

type PendingViewProps = {
  /** `/bots/{id}` around the pages of one bot, whose heading and tabs stay; without it around all pages. */
  botRoot?: string;
  children: ReactNode;
};

/** A page, and from the click on a link until the next page is here the shape of that one in its place. */
export function PendingView({ botRoot, children }: PendingViewProps) {
  const target = use(NavigationContext);
  const here = usePathname();
  const path = target?.split("?")[0] ?? null;
  const isMine = path !== null && (botRoot ? isBelow(botRoot, path) : !staysInPlace(here, path));
  const skeleton = isMine ? pageSkeleton({ path, isInBot: botRoot !== undefined }) : null;
  return (
    <>
      <div className={skeleton ? "hidden" : "contents"}>{children}</div>
      {skeleton}
    </>
  );
}

/** Whether a frame further in shows the next page's shape, or none is needed: chats open at once by themselves. */
function staysInPlace(here: string, path: string): boolean {
  const root = /^\/bots\/(?!(?:new|bin)$)[^/]+/.exec(here)?.[0];
  return (root !== undefined && isBelow(root, path)) || (isBelow("/chats", here) && isBelow("/chats", path));
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
