import type { ReactNode } from "react";
import type { ChatBot } from "@/components/chats/chat-bot";
import type { DeskActions } from "@/components/chats/desk-actions";
import { ChatTags } from "@/components/chats/tags/chat-tags";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { LocalTime } from "@/components/ui/text/local-time";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";
import { ChatRemoval } from "./chat-removal";
import { VisitorCard } from "./visitor-card";
import { visitorLabel } from "./visitor-label";

type ChatDetailsProps = {
  chat: ChatSummary;
  bot: ChatBot | undefined;
  tags: readonly string[];
  actions: DeskActions;
};

/** What is known of the open chat, beside its transcript where the screen is wide enough. */
export function ChatDetails({ chat, bot, tags, actions }: ChatDetailsProps) {
  const words = useDashboardCatalog().chats;
  return (
    <div className="flex flex-col gap-6 overflow-y-auto px-6 py-4">
      <section>
        <h2 className="font-semibold">{words.details.title}</h2>
        <dl className="mt-3 flex flex-col gap-3 text-sm">
          <Fact name={words.details.started}>
            <LocalTime value={chat.startedAt} look="moment" />
          </Fact>
          <Fact name={words.details.asked}>
            <span translate="no">{words.list.turns(chat.visitorTurns)}</span>
          </Fact>
          {bot && (
            <Fact name={words.filters.bot}>
              <span translate="no" lang={languageOf(bot.name)}>
                {bot.name}
              </span>
            </Fact>
          )}
          {chat.domain && (
            <Fact name={words.details.site}>
              <span translate="no">{chat.domain}</span>
            </Fact>
          )}
          <Fact name={words.details.code}>
            <span translate="no">{visitorLabel(chat.chatId)}</span>
          </Fact>
        </dl>
      </section>
      <ChatTags chat={chat} known={tags} actions={actions} />
      <VisitorCard conversationId={chat.id} visitorTurns={chat.visitorTurns} />
      <ChatRemoval conversationId={chat.id} remove={actions.remove} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
