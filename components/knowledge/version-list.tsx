"use client";

import Link from "next/link";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form/form-action";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import { languageOf } from "@/lib/language/language-of";
import { RestoreVersionForm } from "./restore-version-form";

type VersionListProps = {
  botId: string;
  documentId: string;
  /** Newest first; the newest answers. `createdAt` is an ISO time. */
  versions: { number: number; title: string; authorName: string; createdAt: string }[];
  /** Then none of them answers. */
  isOff: boolean;
  /** Undefined where the viewer may only read. */
  action?: FormAction<never>;
};

/** What the document was before; any version's text can be brought back as a new version. */
export function VersionList({ botId, documentId, versions, isOff, action }: VersionListProps) {
  const { knowledge } = useBotCatalog();
  const words = knowledge.versions;
  const current = versions[0]?.number;
  return (
    <Card title={words.title} isFlush>
      <ol className="max-h-96 divide-y divide-line overflow-y-auto">
        {versions.map(({ number, title, authorName, createdAt }) => (
          <li key={number} className="flex flex-col gap-1 px-4 py-3 sm:px-6">
            <p className="flex items-center justify-between gap-2">
              <span className="font-medium">{words.number(number)}</span>
              {number === current && !isOff && <Badge tone="good">{words.current}</Badge>}
              {number === current && isOff && <Badge>{knowledge.organise.off}</Badge>}
            </p>
            <p lang={languageOf(title)} className="truncate text-sm text-ink-soft">
              {title}
            </p>
            <p className="flex gap-2 text-sm text-ink-soft">
              <span lang={languageOf(authorName)} className="truncate">
                {authorName}
              </span>
              <RelativeTime value={createdAt} className="whitespace-nowrap" />
            </p>
            {number !== current && (
              <Link
                href={botPaths(botId).version(documentId, number)}
                aria-label={words.readLabel(number)}
                className={`${textLinkClass} w-fit text-sm`}
              >
                {words.read}
              </Link>
            )}
            {action && current !== undefined && number !== current && (
              <RestoreVersionForm {...{ botId, documentId, number, baseVersion: current, action }} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
