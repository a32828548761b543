"use client";

import { useId, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { useOnce } from "@/components/ui/form/use-once";
import { Eye, EyeOff, Plus, Trash2, X } from "@/components/ui/icons";
import type { Selection } from "@/components/ui/use-selection";
import { type ChangeDocuments, type DocumentChange, useChangeDocuments } from "./use-change-documents";

type DocumentSelectionProps = {
  botId: string;
  selection: Selection;
  /** What the list shows, as its address has it, and how many that are on all its pages. */
  matching: string;
  matchCount: number;
  tags: readonly string[];
  action: ChangeDocuments;
};

/** How many documents are chosen, and what is done with them at once. */
export function DocumentSelection({
  botId,
  selection,
  matching,
  matchCount,
  tags,
  action,
}: DocumentSelectionProps) {
  const words = useBotCatalog().knowledge.organise;
  const change = useChangeDocuments(action, botId);
  const { once, isUnderWay } = useOnce();
  const [isWhole, setIsWhole] = useState(false);
  const [isTagging, setIsTagging] = useState(false);
  const [tag, setTag] = useState("");
  const listId = useId();
  const { ids, isAll } = selection;
  const wantsAll = isWhole && isAll;
  const send = (what: DocumentChange) =>
    once(what, () =>
      change(wantsAll ? { matching } : { ids: [...ids] }, what, {
        ...((what === "tag" || what === "untag") && { tag: tag.trim() }),
        onDone: () => {
          setTag("");
          setIsTagging(false);
          selection.clear();
          setIsWhole(false);
        },
      }),
    );
  const button = (what: DocumentChange, label: string, Icon: typeof Eye) => (
    <Button
      size="small"
      icon={<Icon aria-hidden className="size-4" />}
      isPending={isUnderWay(what)}
      onClick={() => void send(what)}
    >
      {label}
    </Button>
  );
  return (
    <div className="sticky top-0 z-10 flex flex-col gap-2 border-b border-line bg-accent-soft px-4 py-2 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => {
              setIsWhole(false);
              selection.toggleAll();
            }}
            className="size-4 accent-accent pointer-coarse:size-5"
          />
          {words.wholePage}
        </label>
        <span role="status" className="text-sm tabular-nums">
          {words.chosen(wantsAll ? matchCount : ids.size)}
        </span>
        {isAll && !wantsAll && matchCount > ids.size && (
          <Button size="small" variant="quiet" onClick={() => setIsWhole(true)}>
            {words.chooseAll(matchCount)}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          className="ml-auto"
          aria-label={words.endChoosing}
          title={words.endChoosing}
          onClick={selection.clear}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          aria-expanded={isTagging}
          onClick={() => setIsTagging(!isTagging)}
        >
          {words.tag}
        </Button>
        {button("off", words.turnOff, EyeOff)}
        {button("on", words.turnOn, Eye)}
        {button("delete", words.delete, Trash2)}
      </div>
      {isTagging && (
        <form
          className="flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (tag.trim() !== "") void send("tag");
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: who asked for the field types in it
            autoFocus
            list={listId}
            aria-label={words.tag}
            placeholder={words.tagHint}
            value={tag}
            maxLength={60}
            autoComplete="off"
            enterKeyHint="done"
            onChange={({ target }) => setTag(target.value)}
            className={`${controlClass} ${controlHeightClass} min-w-40 flex-1`}
          />
          <datalist id={listId}>
            {tags.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Button type="submit" variant="primary" isPending={isUnderWay("tag")} disabled={tag.trim() === ""}>
            {words.addTag}
          </Button>
          <Button
            isPending={isUnderWay("untag")}
            disabled={tag.trim() === ""}
            onClick={() => void send("untag")}
          >
            {words.removeTag}
          </Button>
        </form>
      )}
    </div>
  );
}
