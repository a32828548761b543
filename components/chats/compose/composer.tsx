import {
  type FormEvent,
  type Ref,
  use,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { sendPresence } from "@/components/chats/transcript/send-presence";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { controlClass } from "@/components/ui/field/control-class";
import { focusUnlessWriting } from "@/components/ui/focus-unless-writing";
import { MessageSquareText, SendHorizontal, StickyNote } from "@/components/ui/icons";
import { PageActorContext } from "@/components/ui/page-actor";
import type { CannedReply } from "@/lib/conversations/replies/canned-reply";
import type { ReplyFacts } from "@/lib/conversations/replies/fill-reply";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";
import { ChosenPictures } from "./chosen-pictures";
import { DraftButton } from "./draft-button";
import { ModeButton } from "./mode-button";
import { noteSkin } from "./note-skin";
import { PictureButton } from "./picture-button";
import { ReadyReplyList } from "./ready-reply-list";
import { useMessage } from "./use-message";
import { usePictures } from "./use-pictures";
import { useReadyReplies } from "./use-ready-replies";

/** What keys of the screen do here. */
export type ComposerHandle = { reply: () => void; note: () => void };

type ComposerProps = {
  chat: Pick<ChatSummary, "id" | "desk" | "contact">;
  /** Whether this installation can send mail. */
  hasMail: boolean;
  actions: Pick<DeskActions, "reply" | "addNote" | "draftReply">;
  replies: readonly CannedReply[];
  facts: ReplyFacts;
  handle: Ref<ComposerHandle>;
  /** This member took it here: what they write next is a reply. */
  wasTakenHere: boolean;
};

const typingAgainMs = 3_000;

/**
 * Where a member writes into the open chat: to its visitor, who has it; to the team, everybody. What is typed is kept
 * in this browser until it is sent; where somebody else takes the chat meanwhile a reply stays, and can't be sent.
 */
export function Composer({ chat, hasMail, actions, replies, facts, handle, wasTakenHere }: ComposerProps) {
  const { chats, replies: replyWords } = useDashboardCatalog();
  const words = chats.desk;
  const userId = use(PageActorContext)?.userId;
  const field = useRef<HTMLTextAreaElement>(null);
  const [isNote, setIsNote] = useState(false);
  const [hasFoundNote, setHasFoundNote] = useState(false);
  const [wantsFocus, setWantsFocus] = useState(0);
  /** When the others, and the visitor, were last told that this member writes a reply; of notes nobody is told. */
  const saidTyping = useRef(0);
  const isMine = chat.desk.state === "taken" && chat.desk.assignee?.id === userId;
  const fields = { conversationId: chat.id };
  const reply = useMessage({
    ...{ thing: `reply/${chat.id}`, action: actions.reply, fields, field, canSend: isMine },
    onTyped: () => {
      if (Date.now() - saidTyping.current < typingAgainMs) return;
      saidTyping.current = Date.now();
      sendPresence(chat.id, "typing");
    },
    onSent: () => {
      saidTyping.current = 0;
    },
  });
  const note = useMessage({
    ...{ thing: `note/${chat.id}`, action: actions.addNote, fields, field, canSend: true },
    onFound: () => setHasFoundNote(true),
  });
  const pictures = usePictures({ conversationId: chat.id, canSend: isMine, tooMany: chats.pictures.tooMany });
  const hasPictures = isMine && !isNote && pictures.list.length > 0;
  const hasReply = isMine || reply.text !== "";
  const hasField = isNote || hasReply;
  const message = isNote ? note : reply;
  const ready = useReadyReplies({ replies, facts, message: reply, field, isOn: !isNote && isMine });

  const add = (files: Iterable<File>) => {
    setIsNote(false);
    void pictures.add(files);
  };
  /** The words first, then what they speak of. */
  const sendAll = async (event: FormEvent) => {
    event.preventDefault();
    if (message.text.trim() !== "" && !message.isReady) return;
    await message.send();
    if (hasPictures) await pictures.send();
  };

  const turnTo = (toNote: boolean) => {
    setIsNote(toNote);
    setWantsFocus((times) => times + 1);
  };
  useImperativeHandle(handle, () => ({
    reply: () => hasReply && turnTo(false),
    note: () => turnTo(true),
  }));
  useEffect(() => {
    if (wantsFocus > 0) field.current?.focus();
  }, [wantsFocus]);
  const showFoundNote = useEffectEvent(() => {
    // A reply that was left as well stands first.
    if (reply.text === "") setIsNote(true);
  });
  useEffect(() => {
    if (hasFoundNote) showFoundNote();
  }, [hasFoundNote]);
  const beginReply = useEffectEvent(() => {
    if (note.text === "") setIsNote(false);
    focusUnlessWriting(field.current);
  });
  useEffect(() => {
    if (isMine && wasTakenHere) beginReply();
  }, [isMine, wasTakenHere]);

  const helpId = `reply-help:${chat.id}`;
  return (
    <form
      onSubmit={sendAll}
      className={`border-t border-line px-4 py-2 xl:px-6 ${pictures.isOver ? "outline-2 -outline-offset-4 outline-accent outline-dashed" : ""}`}
    >
      <div className="mx-auto flex max-w-form flex-col gap-2">
        <div className="flex flex-wrap items-center gap-1">
          {hasReply && (
            <ModeButton isOn={!isNote} onClick={() => turnTo(false)}>
              {words.replyMode}
            </ModeButton>
          )}
          <ModeButton
            isOn={isNote}
            icon={<StickyNote aria-hidden className="size-4" />}
            onClick={() => (isNote && !hasReply && note.text === "" ? setIsNote(false) : turnTo(true))}
          >
            {words.note}
          </ModeButton>
          {!isNote && isMine && (
            <span className="ml-auto flex items-center gap-1">
              <DraftButton
                conversationId={chat.id}
                action={actions.draftReply}
                isEmpty={reply.text === ""}
                put={(text) => {
                  reply.fill(text);
                  focusUnlessWriting(field.current);
                }}
              />
              <PictureButton onChosen={add} />
              <Button
                size="small"
                variant="quiet"
                icon={<MessageSquareText aria-hidden className="size-4" />}
                title={replyWords.shortcut}
                onClick={ready.open}
              >
                <span>{replyWords.title}</span>
              </Button>
            </span>
          )}
        </div>
        {hasPictures && <ChosenPictures {...pictures} />}
        {hasField && (
          <div className="relative flex items-end gap-2">
            {ready.isOpen && <ReadyReplyList {...ready} />}
            <textarea
              ref={field}
              name="text"
              rows={1}
              value={message.text}
              lang={languageOf(message.text)}
              translate="no"
              aria-label={isNote ? words.noteLabel : words.reply}
              aria-describedby={helpId}
              placeholder={isNote ? words.noteLabel : words.reply}
              readOnly={!isNote && !isMine}
              onChange={(event) => {
                message.change(event.target.value);
                ready.look();
              }}
              onSelect={ready.look}
              onBlur={ready.close}
              onPaste={(event) => {
                const { files } = event.clipboardData;
                // Cells and paragraphs that were copied come as a picture as well.
                const hasWords = event.clipboardData.getData("text/plain") !== "";
                if (!isMine || isNote || files.length === 0 || hasWords) return;
                event.preventDefault();
                add(files);
              }}
              onKeyDown={(event) => ready.onKey(event) || message.sendOnEnter(event)}
              aria-autocomplete={isNote ? undefined : "list"}
              aria-controls={ready.isOpen ? ready.listId : undefined}
              aria-activedescendant={
                ready.isOpen && ready.chosen ? `${ready.listId}:${ready.chosen.id}` : undefined
              }
              className={`${controlClass} ${isNote ? noteSkin : ""} field-sizing-content max-h-40 min-h-9 flex-1 resize-none py-1.5 pointer-coarse:min-h-11`}
            />
            <Button
              type="submit"
              variant="primary"
              icon={
                isNote ? (
                  <StickyNote aria-hidden className="size-4" />
                ) : (
                  <SendHorizontal aria-hidden className="size-4" />
                )
              }
              isPending={message.isSending || pictures.isSending}
              disabled={!message.isReady && !(hasPictures && message.text.trim() === "")}
            >
              <span className="max-sm:sr-only">{isNote ? words.addNote : words.send}</span>
            </Button>
          </div>
        )}
        {hasField && (
          <p id={helpId} className="text-sm text-ink-soft">
            {message.over > 0
              ? words.tooLong(message.over)
              : isNote
                ? words.noteHelp
                : isMine
                  ? sayWhere(words, chat.contact?.email ?? null, hasMail)
                  : words.notMine}
          </p>
        )}
      </div>
    </form>
  );
}

type WhereWords = Record<"helpMail" | "helpNoMail", (address: string) => string> & { help: string };

/** Where the visitor reads a reply. */
function sayWhere(words: WhereWords, address: string | null, hasMail: boolean): string {
  if (address === null) return words.help;
  return hasMail ? words.helpMail(address) : words.helpNoMail(address);
}
