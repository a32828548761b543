"use client";

import Link from "next/link";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { textLinkClass } from "@/components/ui/text-link-class";
import type { FromChat } from "@/lib/conversations/answers/list-chat-answers";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";

/** The chats from which a document has its answers, each with the question; nothing where it has none. */
export function FromChats({ answers }: { answers: readonly FromChat[] }) {
  const words = useBotCatalog().knowledge.answers;
  if (answers.length === 0) return null;
  return (
    <Card title={words.fromChats} isFlush>
      <ol className="max-h-96 divide-y divide-line overflow-y-auto">
        {answers.map(({ id, conversationId, question, authorName, createdAt }) => (
          <li key={id} className="flex flex-col gap-0.5 px-4 py-3 sm:px-6">
            <Link
              href={`${paths.chats}/${conversationId}`}
              lang={languageOf(question)}
              translate="no"
              className={`${textLinkClass} break-words`}
            >
              {question}
            </Link>
            <p className="text-sm text-ink-soft">
              <RelativeTime value={createdAt} />
              {" · "}
              <span translate="no">{words.by(authorName)}</span>
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
