import { type FormEvent, useId, useRef, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { useOnce } from "@/components/ui/form/use-once";
import { Plus, X } from "@/components/ui/icons";
import { languageOf } from "@/lib/language/language-of";
import { fold } from "@/lib/language/words/fold";

type TagEditorProps = {
  /** Whose tags they are. */
  of: string;
  names: readonly string[];
  /** To choose from. */
  known: readonly string[];
  knownLabel: string;
  /** `onAdded` is told when it is there. */
  add: (tag: string, onAdded: () => void) => Promise<unknown>;
  remove: (tag: string) => Promise<unknown>;
};

const mostOffered = 8;

/** Tags of a chat or a document: any text becomes one, those that are known are offered. */
export function TagEditor({ of, names, known, knownLabel, add: addTag, remove: removeTag }: TagEditorProps) {
  const words = useDashboardCatalog().chats.tags;
  const [isAdding, setIsAdding] = useState(false);
  const [typed, setTyped] = useState("");
  const { once, isUnderWay } = useOnce();
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const wanted = fold(typed).trim();
  const offered = known
    .filter((name) => !names.includes(name) && fold(name).includes(wanted))
    .slice(0, mostOffered);

  const add = (tag: string) =>
    once(`add ${of} ${tag}`, () =>
      addTag(tag, () => {
        setTyped((now) => (now.trim() === tag || offered.includes(tag) ? "" : now));
        field.current?.focus();
      }),
    );
  const remove = (tag: string) => once(`remove ${of} ${tag}`, () => removeTag(tag));
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
              isPending={isUnderWay(`add ${of} ${typed.trim()}`)}
              disabled={wanted === ""}
            >
              <span>{words.submit}</span>
            </Button>
          </span>
          {offered.length > 0 && (
            <ul aria-label={knownLabel} className="flex flex-wrap gap-1.5">
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
