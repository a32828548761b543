"use client";

import { useRouter } from "next/navigation";
import { use, useEffect, useRef, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { PageActorContext } from "@/components/ui/page-actor";
import { actedAs } from "@/lib/http/acted-as";
import { sourceLimits } from "@/lib/knowledge/sources/source-limits";
import { sendFile } from "./send-file";

export type Upload = {
  id: number;
  name: string;
  /** From 0 to 1; null while it waits for others. */
  share: number | null;
  fault: string | null;
};

type Entry = Upload & { file: File; leave: AbortController };

const atOnce = 3;

/** Files on their way to a bot, a few at once. What has arrived leaves the list, and the page shows it. */
export function useUploads(botId: string) {
  const catalog = useBotCatalog();
  const actor = use(PageActorContext);
  const router = useRouter();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const entries = useRef<Entry[]>([]);
  const lastId = useRef(0);

  const show = () =>
    setUploads(entries.current.map(({ id, name, share, fault }) => ({ id, name, share, fault })));
  const drop = (id: number) => {
    entries.current = entries.current.filter((entry) => entry.id !== id);
    show();
  };

  const sendNext = () => {
    const waiting = entries.current.filter(({ share, fault }) => share === null && fault === null);
    const free =
      atOnce - entries.current.filter(({ share, fault }) => share !== null && fault === null).length;
    for (const entry of waiting.slice(0, Math.max(0, free))) void send(entry);
    show();
  };

  const send = async (entry: Entry) => {
    entry.share = 0;
    const query = new URLSearchParams({ name: entry.name, ...(actor && { as: actedAs(actor) }) });
    try {
      const { fault } = await sendFile(catalog, {
        address: `/api/bots/${botId}/files?${query}`,
        file: entry.file,
        signal: entry.leave.signal,
        onProgress: (share) => {
          entry.share = share;
          show();
        },
      });
      if (fault === null) {
        drop(entry.id);
        router.refresh();
      } else entry.fault = fault;
    } catch {
      drop(entry.id);
    }
    sendNext();
  };

  const add = (files: readonly File[]) => {
    for (const file of files) {
      const fault = file.size > sourceLimits.fileBytes ? catalog.knowledge.files.tooLarge : null;
      const id = ++lastId.current;
      entries.current.push({ id, name: file.name, share: null, fault, file, leave: new AbortController() });
    }
    sendNext();
  };

  const isSending = uploads.some(({ fault }) => fault === null);
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isSending]);

  return {
    uploads,
    add,
    retry: (id: number) => {
      const entry = entries.current.find((other) => other.id === id);
      if (!entry || entry.file.size > sourceLimits.fileBytes) return;
      Object.assign(entry, { share: null, fault: null, leave: new AbortController() });
      sendNext();
    },
    cancel: (id: number) => {
      entries.current.find((other) => other.id === id)?.leave.abort();
      drop(id);
      sendNext();
    },
  };
}
