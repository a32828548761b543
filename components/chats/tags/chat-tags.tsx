import { type FormEvent, useId, useRef, useState } from "react";
import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { useAction } from "@/components/ui/form/use-action";
import { useOnce } from "@/components/ui/form/use-once";
import { Plus, X } from "@/components/ui/icons";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";
import { fold } from "@/lib/language/words/fold";

type ChatTagsProps = {
  chat: Pick<ChatSummary, "id" | "tags">;
  /** Those of the team, to choose from. */
  known: readonly string[];
  actions: Pick<DeskActions, "addTag" | "removeTag">;
};

const mostOffered = 8;

/** The open chat's tags: any text becomes one, those of the team are offered; the feed tells all screens. */
export function ChatTags({ chat, known, actions }: ChatTagsProps) {
  const words = useDashboardCatalog().chats.tags;
  const run = useAction();
  const [isAdding, setIsAdding] = useState(false);
  const [typed, setTyped] = useState("");
  const { once, isUnderWay } = useOnce();
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { names } = chat.tags;
  const wanted = fold(typed).trim();
  const offered = known
    .filter((name) => !names.includes(name) && fold(name).includes(wanted))
    .slice(0, mostOffered);

  const add = (tag: string) =>
    once(`add ${chat.id} ${tag}`, () =>
      run(actions.addTag, { conversationId: chat.id, tag }, () => {
        setTyped((now) => (now.trim() === tag || offered.includes(tag) ? "" : now));
        field.current?.focus();
      }),
    );
  const remove = (tag: string) =>
    once(`remove ${chat.id} ${tag}`, () => run(actions.removeTag, { conversationId: chat.id, tag }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== "") void add(typed.trim());
  };
  const close = () => {
    setIsAdding(false);
    setTyped("");
    opener.current?.focus();
  };

  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 text-sm font-semibold">
        {words.title}
      </h3>
      <ul className="flex flex-wrap items-center gap-1.5">
        {names.map((name) => (
          <li
            key={name}
            className="inline-flex max-w-full items-center rounded-control border border-line bg-surface-2 pl-2 text-sm"
          >
            <span translate="no" lang={languageOf(name)} className="truncate">
              {name}
            </span>
            <button
              type="button"
              aria-label={words.remove(name)}
              title={words.remove(name)}
              onClick={() => void remove(name)}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-soft hover:text-ink pointer-coarse:size-10"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
        <li>
          <Button
            ref={opener}
            size="small"
            variant="quiet"
            icon={<Plus aria-hidden className="size-4" />}
            aria-expanded={isAdding}
            onClick={() => (isAdding ? close() : setIsAdding(true))}
          >
            <span>{words.add}</span>
          </Button>
        </li>
      </ul>
      {isAdding && (
        <form
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !event.nativeEvent.isComposing) close();
          }}
          className="mt-2 flex flex-col gap-2"
        >
          <span className="flex gap-2">
            <input
              ref={field}
              // biome-ignore lint/a11y/noAutofocus: who asked for the field types in it
              autoFocus
              aria-label={words.field}
              placeholder={words.field}
              value={typed}
              maxLength={60}
              autoComplete="off"
              enterKeyHint="done"
              onChange={({ target }) => setTyped(target.value)}
              className={`${controlClass} ${controlHeightClass}`}
            />
            <Button
              type="submit"
              isPending={isUnderWay(`add ${chat.id} ${typed.trim()}`)}
              disabled={wanted === ""}
            >
              <span>{words.submit}</span>
            </Button>
          </span>
          {offered.length > 0 && (
            <ul aria-label={words.ofTeam} className="flex flex-wrap gap-1.5">
              {offered.map((name) => (
                <li key={name} className="max-w-full">
                  <Button
                    size="small"
                    className="max-w-full"
                    translate="no"
                    lang={languageOf(name)}
                    onClick={() => void add(name)}
                  >
                    <span className="truncate">{name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </form>
      )}
    </section>
  );
}
