"use client";

import { use, useEffect, useRef, useState } from "react";
import { PageActorContext } from "@/components/ui/page-actor";
import {
  type Draft,
  findDraft,
  hasDraft,
  newDraftKey,
  removeDraft,
  type StoredDraft,
  writeDraft,
} from "./draft-store";

/**
 * Keeps what is typed into one form in this browser: call `keep` when something changed, `forget` when nothing is left
 * to save. `offered` is what was left in another form of the same thing. While it can't be kept, leaving the page asks
 * first.
 */
export function useDraft(thing: string | undefined, read: () => Draft) {
  const owner = use(PageActorContext)?.userId ?? null;
  const key = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Draft>(undefined);
  const [offered, setOffered] = useState<StoredDraft | null>(null);
  const [isKept, setIsKept] = useState(true);

  const stopWaiting = () => {
    clearTimeout(timer.current);
    waiting.current = undefined;
  };
  const write = (draft: Draft) => {
    stopWaiting();
    if (key.current !== "") setIsKept(writeDraft(key.current, draft));
  };
  const keep = () => {
    const draft = read();
    if (lengthOf(draft) < atOnceLength) return write(draft);
    clearTimeout(timer.current);
    waiting.current = draft;
    timer.current = setTimeout(() => write(draft), delayMs);
  };
  const forget = () => {
    stopWaiting();
    setIsKept(true);
    if (key.current !== "") removeDraft(key.current);
  };
  const find = () => {
    if (thing !== undefined && owner !== null) setOffered(findDraft(owner, thing, key.current));
  };

  const latest = useRef({ write, keep, forget, find });
  useEffect(() => {
    latest.current = { write, keep, forget, find };
  });

  useEffect(() => {
    if (thing === undefined || owner === null) return;
    const hadOther = key.current !== "" && hasDraft(key.current);
    if (hadOther) latest.current.forget();
    key.current = newDraftKey(owner, thing);
    if (hadOther) latest.current.keep();
    const findAgain = () => latest.current.find();
    const flush = () => {
      if (waiting.current) latest.current.write(waiting.current);
    };
    findAgain();
    window.addEventListener("storage", findAgain);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      flush();
      window.removeEventListener("storage", findAgain);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
    };
  }, [thing, owner]);

  useEffect(() => {
    if (isKept) return;
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isKept]);

  return {
    offered,
    isKept,
    keep,
    forget,
    /** The draft is this form's from now on. */
    adopt: (draft: StoredDraft) => {
      if (key.current !== "") removeDraft(key.current);
      key.current = draft.key;
      find();
    },
    /** Throws a draft away; what it returns brings it back. */
    discard: (draft: StoredDraft) => {
      removeDraft(draft.key);
      find();
      return () => {
        writeDraft(draft.key, draft);
        find();
      };
    },
  };
}

/** Up to here (UTF-16 units) a draft is written with each key; longer ones when there is a pause. */
const atOnceLength = 20_000;
const delayMs = 300;

function lengthOf({ values }: Draft): number {
  return Object.values(values).reduce((sum, text) => sum + text.length, 0);
}
