"use client";

import { type ReactNode, useRef } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { Plus } from "@/components/ui/icons";
import { UploadList } from "./upload-list";
import { useDroppedFiles } from "./use-dropped-files";
import { useUploads } from "./use-uploads";

type FileCardProps = {
  botId: string;
  /** What is done with all files. */
  actions?: ReactNode;
  /** The list of those that have arrived. */
  children?: ReactNode;
};

/** Where files are handed in: chosen, dropped anywhere on the page, or pasted. */
export function FileCard({ botId, actions, children }: FileCardProps) {
  const words = useBotCatalog().knowledge.files;
  const input = useRef<HTMLInputElement>(null);
  const { uploads, add, retry, cancel } = useUploads(botId);
  const isOver = useDroppedFiles(add);
  return (
    <Card
      isFlush
      title={words.title}
      description={words.description}
      actions={
        <>
          {actions}
          <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => input.current?.click()}>
            {words.add}
          </Button>
        </>
      }
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.add}
        onChange={({ currentTarget }) => {
          add(Array.from(currentTarget.files ?? []));
          currentTarget.value = "";
        }}
      />
      <div className="p-4 sm:px-6 pointer-coarse:hidden">
        <p
          className={`rounded-control border border-dashed px-4 py-5 text-center transition-colors ${isOver ? "border-accent bg-accent-soft" : "border-edge text-ink-soft"}`}
        >
          {isOver ? words.dropNow : words.drop}
        </p>
      </div>
      <div aria-live="polite">
        <UploadList uploads={uploads} retry={retry} cancel={cancel} />
      </div>
      {children}
    </Card>
  );
}
