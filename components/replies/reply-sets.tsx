"use client";

import { useState } from "react";
import { newKey } from "@/components/chats/transcript/new-key";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { Pencil, Plus, Trash2 } from "@/components/ui/icons";
import { useToast } from "@/components/ui/toast/use-toast";
import type { CannedReply } from "@/lib/conversations/replies/canned-reply";
import { languageOf } from "@/lib/language/language-of";
import { ReplyForm, replyStages } from "./reply-form";

type ReplySetsProps = { replies: CannedReply[]; save: FormAction; remove: FormAction };

/** The replies that a team keeps ready, by when in a chat they are said; each is changed where it stands. */
export function ReplySets({ replies, save, remove }: ReplySetsProps) {
  return (
    <div className="flex flex-col gap-6">
      {replyStages.map((stage) => (
        <ReplySet
          key={stage}
          {...{ stage, save, remove }}
          replies={replies.filter((reply) => reply.stage === stage)}
        />
      ))}
    </div>
  );
}

function ReplySet({ stage, replies, save, remove }: ReplySetsProps & { stage: CannedReply["stage"] }) {
  const words = useDashboardCatalog().replies;
  const { title, help } = words.stages[stage];
  const [openId, setOpenId] = useState<string | null>(null);
  /** Of the one that isn't there yet: another one for each. */
  const [newId, setNewId] = useState<string | null>(null);
  return (
    <Card
      title={title}
      description={help}
      actions={
        newId === null && (
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setNewId(newKey())}
          >
            <span>{words.add}</span>
          </Button>
        )
      }
      isFlush
    >
      {newId !== null && (
        <div className="border-b border-line p-4 sm:p-6">
          <ReplyForm
            reply={{ id: newId, stage, name: "", text: "" }}
            isNew
            action={save}
            onEnd={() => setNewId(null)}
          />
        </div>
      )}
      {replies.length === 0 && newId === null ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {replies.map((reply) => (
            <li key={reply.id} className="px-4 py-3 sm:px-6">
              {openId === reply.id ? (
                <ReplyForm reply={reply} isNew={false} action={save} onEnd={() => setOpenId(null)} />
              ) : (
                <ReplyItem {...{ reply, save, remove }} onChange={() => setOpenId(reply.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type ReplyItemProps = { reply: CannedReply; save: FormAction; remove: FormAction; onChange: () => void };

function ReplyItem({ reply, save, remove, onChange }: ReplyItemProps) {
  const words = useDashboardCatalog().replies;
  const run = useAction();
  const showToast = useToast();
  const { id, stage, name, text } = reply;
  const takeAway = () =>
    run(remove, { replyId: id }, () =>
      showToast({
        message: words.removed(name),
        action: {
          label: words.restore,
          run: () => void run(save, { replyId: id, stage, name, text }),
        },
      }),
    );
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-60">
        <p translate="no" lang={languageOf(name)} className="font-medium">
          {name}
        </p>
        <p
          translate="no"
          lang={languageOf(text)}
          className="whitespace-pre-wrap text-ink-soft [overflow-wrap:anywhere]"
        >
          {text}
        </p>
      </div>
      <div className="flex gap-1">
        <Button
          size="small"
          variant="quiet"
          icon={<Pencil aria-hidden className="size-4" />}
          aria-label={words.changeNamed(name)}
          onClick={onChange}
        >
          <span>{words.change}</span>
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 aria-hidden className="size-4" />}
          aria-label={words.removeNamed(name)}
          onClick={() => void takeAway()}
        >
          <span>{words.remove}</span>
        </Button>
      </div>
    </div>
  );
}
