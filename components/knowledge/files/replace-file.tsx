"use client";

import { useRouter } from "next/navigation";
import { use, useRef, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { PageActorContext } from "@/components/ui/page-actor";
import { useToast } from "@/components/ui/toast/use-toast";
import { botPaths } from "@/lib/bots/bot-paths";
import { actedAs } from "@/lib/http/acted-as";
import { sourceLimits } from "@/lib/knowledge/sources/source-limits";
import { sendFile } from "./send-file";

/** Hands in the new state of a published file, and goes to it. */
export function ReplaceFile({ botId, sourceId }: { botId: string; sourceId: string }) {
  const catalog = useBotCatalog();
  const words = catalog.knowledge.files;
  const actor = use(PageActorContext);
  const router = useRouter();
  const showToast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);

  const send = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > sourceLimits.fileBytes) return showToast({ message: words.tooLarge, tone: "bad" });
    setShare(0);
    const query = new URLSearchParams({
      ...{ name: file.name, replaces: sourceId },
      ...(actor && { as: actedAs(actor) }),
    });
    const address = `/api/bots/${botId}/files?${query}`;
    const { signal } = new AbortController();
    const { id, fault } = await sendFile(catalog, { address, file, onProgress: setShare, signal });
    setShare(null);
    if (fault === null) router.push(botPaths(botId).file(id));
    else showToast({ message: fault, tone: "bad" });
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.replace}
        onChange={({ currentTarget }) => {
          void send(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      <Button
        variant="primary"
        isPending={share !== null}
        onClick={() => share === null && input.current?.click()}
      >
        {share === null ? words.replace : words.uploading(Math.floor(share * 100))}
      </Button>
    </>
  );
}
