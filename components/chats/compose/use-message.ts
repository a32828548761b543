import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { newKey } from "@/components/chats/transcript/new-key";
import type { StoredDraft } from "@/components/ui/draft/draft-store";
import { useDraft } from "@/components/ui/draft/use-draft";
import { focusUnlessWriting } from "@/components/ui/focus-unless-writing";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import type { Turn } from "@/lib/conversations/turns/turn";

type MessageInput = {
  /** What the draft is of: `reply/…`. */
  thing: string;
  /** Gets `text`, these fields and, where `isKeyed`, the `key` of this writing: sent again it is the same. */
  action: FormAction<Turn>;
  fields: Record<string, string>;
  isKeyed?: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  canSend: boolean;
  /** What stands there before anybody types. */
  initial?: string;
  /** What was typed before the field was there. */
  begun?: string | undefined;
  onTyped?: () => void;
  /** @param isAll false where something was typed while it was on its way: that stays */
  onSent?: (isAll: boolean) => void;
  /** What was left here the last time is in the field. */
  onFound?: () => void;
};

export type Message = {
  text: string;
  /** As if it had been typed. */
  change: (text: string) => void;
  /** The same, unless something stands there by now. */
  fill: (text: string) => void;
  send: (event?: FormEvent) => Promise<void>;
  /** Enter sends the form where a keyboard is; with Shift, and while an input method composes, it doesn't. */
  sendOnEnter: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Leaves what was typed. */
  drop: () => void;
  isSending: boolean;
  isReady: boolean;
  /** Code points too many. */
  over: number;
};

/** Code points; the server's limit. */
const maxLength = 2_000;

/** What a member types to be sent: kept in this browser until it is. */
export function useMessage({
  thing,
  action,
  fields,
  isKeyed = true,
  field,
  canSend,
  initial = "",
  begun,
  onTyped,
  onSent,
  onFound,
}: MessageInput): Message {
  const run = useAction();
  const [text, setText] = useState(begun ?? initial);
  const [isSending, setIsSending] = useState(false);
  const key = useRef("");
  const draft = useDraft(thing, () => ({ at: Date.now(), values: { text }, from: {} }));
  const over = Math.max(0, [...text.trim()].length - maxLength);
  const isReady = canSend && text.trim() !== "" && over === 0;

  const { offered } = draft;
  const latest = useRef({ draft, text, initial, onFound });
  useEffect(() => {
    latest.current = { draft, text, initial, onFound };
  });
  const [openedAt] = useState(() => Date.now());
  const adopted = useRef<StoredDraft>(undefined);
  useEffect(() => {
    // What is typed in another tab now is its matter.
    if (!offered || offered.at > openedAt || latest.current.text !== latest.current.initial) return;
    adopted.current = offered;
    latest.current.draft.adopt(offered);
    setText(offered.values.text ?? "");
    latest.current.onFound?.();
  }, [offered, openedAt]);
  useEffect(() => {
    const look = ({ key: gone, newValue }: StorageEvent) => {
      const found = adopted.current;
      // The tab where it was typed was still open, and has sent it.
      if (found && gone === found.key && newValue === null && latest.current.text === found.values.text)
        setText(latest.current.initial);
    };
    window.addEventListener("storage", look);
    return () => window.removeEventListener("storage", look);
  }, []);
  useEffect(() => {
    if (text === latest.current.initial) latest.current.draft.forget();
    else latest.current.draft.keep();
  }, [text]);

  const change = (typed: string) => {
    key.current = "";
    setText(typed);
    if (typed.trim() !== "") onTyped?.();
  };
  const fill = (given: string) => {
    key.current = "";
    setText((now) => (now === "" ? given : now));
  };
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isSending || !isReady) return;
    key.current ||= newKey();
    setIsSending(true);
    await run(action, { ...fields, text, ...(isKeyed && { key: key.current }) }, () => {
      key.current = "";
      const isAll = latest.current.text === text;
      if (isAll) latest.current.draft.forget();
      setText((now) => (now === text ? initial : isKeyed ? withoutStart(now, text) : now));
      onSent?.(isAll);
    });
    setIsSending(false);
    focusUnlessWriting(field.current);
  };
  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isTyping = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isTyping || matchMedia("(pointer: coarse)").matches)
      return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const drop = () => {
    // Its field may go with this very change, and then nothing looks at what stands in it any more.
    draft.forget();
    setText(initial);
  };
  return { text, change, fill, send, sendOnEnter, drop, isSending, isReady, over };
}

/** What was typed on behind a text that has gone since. */
function withoutStart(text: string, gone: string): string {
  return text.startsWith(gone) ? text.slice(gone.length).trimStart() : text;
}
