import { type FormEvent, type KeyboardEvent, type RefObject, use, useEffect, useRef, useState } from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { useDraft } from "@/components/ui/draft/use-draft";
import { controlClass } from "@/components/ui/field/control-class";
import { focusUnlessWriting } from "@/components/ui/focus-unless-writing";
import { useAction } from "@/components/ui/form/use-action";
import { SendHorizontal } from "@/components/ui/icons";
import { PageActorContext } from "@/components/ui/page-actor";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";
import { newKey } from "./new-key";
import { sendPresence } from "./send-presence";

type ReplyFormProps = {
  chat: Pick<ChatSummary, "id" | "desk">;
  action: DeskActions["reply"];
  field: RefObject<HTMLTextAreaElement | null>;
  /** This member took it here: what they write next is a reply. */
  wasTakenHere: boolean;
};

/** Code points; the server's limit. */
const maxLength = 2_000;
const typingAgainMs = 3_000;

/**
 * Where the member who has the chat writes to its visitor. What is typed is kept in this browser until it is sent; where somebody else
 * takes the chat meanwhile it stays, and can't be sent.
 */
export function ReplyForm({ chat, action, field, wasTakenHere }: ReplyFormProps) {
  const words = useDashboardCatalog().chats.desk;
  const userId = use(PageActorContext)?.userId;
  const run = useAction();
  const [text, setText] = useState("");
  const [isSending, setIsSending] = useState(false);
  /** Of this reply: sent again, it is the same. */
  const key = useRef("");
  /** When the others were last told that this member writes. */
  const saidTyping = useRef(0);
  const draft = useDraft(`reply/${chat.id}`, () => ({ at: Date.now(), values: { text }, from: {} }));
  const isMine = chat.desk.state === "taken" && chat.desk.assignee?.id === userId;
  const over = [...text.trim()].length - maxLength;

  const { offered } = draft;
  const latest = useRef({ draft, text });
  useEffect(() => {
    latest.current = { draft, text };
  });
  useEffect(() => {
    if (!offered || latest.current.text !== "") return;
    latest.current.draft.adopt(offered);
    setText(offered.values.text ?? "");
  }, [offered]);
  useEffect(() => {
    if (text === "") latest.current.draft.forget();
    else latest.current.draft.keep();
  }, [text]);

  useEffect(() => {
    if (isMine && wasTakenHere) focusUnlessWriting(field.current);
  }, [isMine, wasTakenHere, field]);

  const change = (typed: string) => {
    key.current = "";
    setText(typed);
    if (typed.trim() === "" || Date.now() - saidTyping.current < typingAgainMs) return;
    saidTyping.current = Date.now();
    sendPresence(chat.id, "typing");
  };
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isSending || !isMine || text.trim() === "" || over > 0) return;
    key.current ||= newKey();
    const form = new FormData();
    form.set("conversationId", chat.id);
    form.set("text", text);
    form.set("key", key.current);
    setIsSending(true);
    await run(action, form, () => {
      key.current = "";
      saidTyping.current = 0;
      setText((now) => (now === text ? "" : now));
    });
    setIsSending(false);
    focusUnlessWriting(field.current);
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    const isTyping = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isTyping || matchMedia("(pointer: coarse)").matches)
      return;
    event.preventDefault();
    void send();
  };

  if (!isMine && text === "") return null;
  return (
    <form onSubmit={send} className="border-t border-line px-4 py-3 xl:px-6">
      <div className="mx-auto flex max-w-form items-end gap-2">
        <textarea
          ref={field}
          name="text"
          rows={1}
          value={text}
          lang={languageOf(text)}
          translate="no"
          aria-label={words.reply}
          aria-describedby={`reply-help:${chat.id}`}
          placeholder={words.reply}
          readOnly={!isMine}
          onChange={(event) => change(event.target.value)}
          onKeyDown={sendOnEnter}
          className={`${controlClass} field-sizing-content max-h-40 min-h-9 flex-1 resize-none py-1.5 pointer-coarse:min-h-11`}
        />
        <Button
          type="submit"
          variant="primary"
          icon={<SendHorizontal aria-hidden className="size-4" />}
          isPending={isSending}
          disabled={!isMine || text.trim() === "" || over > 0}
        >
          <span className="max-sm:sr-only">{words.send}</span>
        </Button>
      </div>
      <p id={`reply-help:${chat.id}`} className="mx-auto mt-1 max-w-form text-sm text-ink-soft">
        {!isMine ? words.notMine : over > 0 ? words.tooLong(over) : words.help}
      </p>
    </form>
  );
}
