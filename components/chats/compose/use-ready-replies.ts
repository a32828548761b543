import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { CannedReply } from "@/lib/conversations/replies/canned-reply";
import { fillReply, type ReplyFacts } from "@/lib/conversations/replies/fill-reply";
import { fold } from "@/lib/language/words/fold";
import { findReplyToken, type ReplyToken } from "./find-reply-token";
import type { Message } from "./use-message";

type ReadyRepliesInput = {
  replies: readonly CannedReply[];
  facts: ReplyFacts;
  message: Pick<Message, "text" | "change">;
  field: RefObject<HTMLTextAreaElement | null>;
  isOn: boolean;
};

export type ReadyReplies = {
  listId: string;
  /** Those that fit what was typed after the slash, in the order of their sets; empty while none is asked for. */
  shown: readonly CannedReply[];
  chosen: CannedReply | undefined;
  isOpen: boolean;
  choose: (reply: CannedReply) => void;
  /** Types the slash where the cursor is. */
  open: () => void;
  close: () => void;
  /** Looks where the cursor is. */
  look: () => void;
  /** Walks through the list and chooses from it; true where the key was for it. Keys of an input method never are. */
  onKey: (event: KeyboardEvent) => boolean;
};

/** The team's ready replies, asked for by a slash in the text: what is chosen takes its place, filled in. */
export function useReadyReplies({ replies, facts, message, field, isOn }: ReadyRepliesInput): ReadyReplies {
  const listId = useId();
  const [cursor, setCursor] = useState(0);
  const [chosenId, setChosenId] = useState<string | null>(null);
  /** Where the slash stands at which the list was closed. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const { text, change } = message;
  const token = isOn ? findReplyToken(text, Math.min(cursor, text.length)) : null;
  const shown = token && token.from !== closedAt ? replies.filter((reply) => fits(reply, token)) : [];
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const isOpen = shown.length > 0;

  /** What is to be selected once the text is drawn. */
  const selection = useRef<{ from: number; to: number } | null>(null);
  useEffect(() => {
    const wanted = selection.current;
    selection.current = null;
    if (!wanted || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(wanted.from, wanted.to);
    if (text !== "") setCursor(wanted.to);
  }, [text, field]);

  const look = () => {
    const at = field.current?.selectionEnd ?? 0;
    setCursor(at);
    if (closedAt !== null && findReplyToken(field.current?.value ?? "", at)?.from !== closedAt)
      setClosedAt(null);
  };
  const put = (written: string, from: number, to: number) => {
    selection.current = { from, to };
    change(written);
  };
  const choose = (reply: CannedReply) => {
    if (!token) return;
    const filled = fillReply(reply.text, facts);
    const end = token.from + filled.text.length;
    const [from, to] = filled.open
      ? [token.from + filled.open.from, token.from + filled.open.to]
      : [end, end];
    setChosenId(null);
    put(text.slice(0, token.from) + filled.text + text.slice(token.to), from, to);
  };
  const open = () => {
    const at = field.current?.selectionEnd ?? text.length;
    const needsSpace = at > 0 && !/\s/u.test(text[at - 1] ?? "");
    const slash = needsSpace ? " /" : "/";
    setClosedAt(null);
    put(text.slice(0, at) + slash + text.slice(at), at + slash.length, at + slash.length);
  };
  const close = () => setClosedAt(token?.from ?? null);
  const walk = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === chosen?.id);
    setChosenId(shown[(at + by + shown.length) % shown.length]?.id ?? null);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || !chosen || event.nativeEvent.isComposing || event.keyCode === 229) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const does: Record<string, () => void> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      Enter: () => choose(chosen),
      Tab: () => choose(chosen),
      Escape: close,
    };
    const act = does[event.key];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };
  return { listId, shown, chosen, isOpen, choose, open, close, look, onKey };
}

function fits({ name, text }: CannedReply, { query }: ReplyToken): boolean {
  const wanted = fold(query).trim();
  return fold(name).includes(wanted) || fold(text).includes(wanted);
}
