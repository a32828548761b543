import { useEffect, useEffectEvent, useRef, useState } from "react";
import { newKey } from "@/components/chats/transcript/new-key";
import { readRefusal, sayUnreached } from "@/components/ui/form/read-refusal";
import { type SmallPicture, shrinkPicture } from "@/components/ui/form/shrink-picture";
import { useToast } from "@/components/ui/toast/use-toast";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { errorMessage } from "@/lib/i18n/error-message";

export type ChosenPicture = SmallPicture & {
  /** Sent again under it, it is the same picture. */
  key: string;
  /** Why it could not be sent. */
  fault: string | null;
};

export type Pictures = {
  list: readonly ChosenPicture[];
  /** Takes the pictures among files; says where there is none that can be sent. */
  add: (files: Iterable<File>) => Promise<void>;
  drop: (key: string) => void;
  send: () => Promise<void>;
  isSending: boolean;
  /** Files are held over the page. */
  isOver: boolean;
};

type Of = { conversationId: string; canSend: boolean; tooMany: string };

/** So many wait to be sent at once. */
const most = 10;

/** Pictures for a chat's visitor, which wait until they are sent; wherever one is dropped on the page, it is one. */
export function usePictures({ conversationId, canSend, tooMany }: Of): Pictures {
  const catalog = useCatalog();
  const showToast = useToast();
  const [list, setList] = useState<readonly ChosenPicture[]>([]);
  const [isSending, setIsSending] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(list);

  const change = (make: (list: readonly ChosenPicture[]) => readonly ChosenPicture[]) => {
    latest.current = make(latest.current);
    setList(latest.current);
  };
  const drop = (key: string) => change((now) => now.filter((picture) => picture.key !== key));

  const add = async (files: Iterable<File>) => {
    const small = await Promise.all([...files].slice(0, most).map(shrinkPicture));
    const good = small.filter((picture) => picture !== null);
    if (good.length < small.length)
      showToast({
        message: errorMessage(catalog, { code: "bad_request", reason: "picture_type" }),
        tone: "bad",
      });
    if (latest.current.length + good.length > most) showToast({ message: tooMany, tone: "bad" });
    change((now) =>
      [...now, ...good.map((picture) => ({ ...picture, key: newKey(), fault: null }))].slice(0, most),
    );
  };

  const send = async () => {
    if (isSending) return;
    setIsSending(true);
    for (const { key, jpeg } of latest.current) {
      const fault = await sendOne(`/api/chats/${conversationId}/pictures?key=${key}`, jpeg);
      if (fault === null) drop(key);
      else change((now) => now.map((picture) => (picture.key === key ? { ...picture, fault } : picture)));
    }
    setIsSending(false);
  };

  /** What is wrong, in words; null where it was sent. */
  const sendOne = async (address: string, jpeg: Blob): Promise<string | null> => {
    try {
      const response = await fetch(address, { method: "POST", body: jpeg });
      if (response.ok) return null;
      return readRefusal(catalog, await response.text(), response.headers.get("retry-after"));
    } catch {
      return sayUnreached(catalog);
    }
  };

  const take = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(event.type === "dragover");
    if (event.type === "drop") void add(event.dataTransfer.files);
  });
  useEffect(() => {
    if (!canSend) return;
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const look = (event: DragEvent) => take(event);
    window.addEventListener("dragover", look);
    window.addEventListener("drop", look);
    window.addEventListener("dragleave", leave);
    return () => {
      window.removeEventListener("dragover", look);
      window.removeEventListener("drop", look);
      window.removeEventListener("dragleave", leave);
    };
  }, [canSend]);

  return { list, add, drop, send, isSending, isOver };
}
