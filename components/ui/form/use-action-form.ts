"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import type { Draft, StoredDraft } from "@/components/ui/draft/draft-store";
import { useDraft } from "@/components/ui/draft/use-draft";
import { focusUnlessWriting } from "@/components/ui/focus-unless-writing";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { FormValues } from "@/lib/forms/form-value";
import type { ActionState } from "@/lib/http/define-action";
import { isNavigation } from "@/lib/http/is-navigation";
import { fieldMessages } from "@/lib/i18n/field-messages";
import { takeEarlyWords } from "./early-words";
import type { FormAction } from "./form-action";
import { fillForm, readForm } from "./form-values";
import { useSafeAction } from "./use-safe-action";

type Options<T, Name extends string> = {
  /**
   * What is stored, by the name of its field. With it only fields that were changed are sent, each with what it was
   * changed from as `base.<name>`, so that other people's changes of other fields stay.
   */
  stored?: Record<Name, string>;
  /** Sends all fields even so: what is edited is one thing, or does not exist yet. */
  sendsAll?: boolean;
  /**
   * What is edited, e.g. `document/<id>`: what is typed is kept in this browser until it is saved, and offered again.
   */
  draft?: string;
  /** Fields that a success empties, unless something else was typed into them meanwhile. */
  clears?: readonly string[];
  /** Of a thing that has versions: the stored one, sent as `baseVersion`, and the one that a save made. */
  version?: { stored: number | undefined; of: (data: T) => number };
  onDone?: (data: T) => void;
  /** Told when the action worked and sends the browser to another page. */
  onLeave?: () => void;
};

export type ActionForm = ReturnType<typeof useActionForm>["form"];

/**
 * A form over a server action: give `form` to `<ActionForm>`. What was typed stays, whatever becomes of the action, and
 * the first field that was refused takes the focus. `errors` holds a sentence per refused field, `field` gives what a
 * field of what is stored has of the form; `state` is what is still true of the last run; `form.isDirty` whether
 * something is not saved.
 */
export function useActionForm<T, Name extends string = string>(
  action: FormAction<T>,
  options: Options<T, Name> = {},
) {
  const stored: FormValues | undefined = options.stored;
  const { sendsAll = false, clears = [], onLeave } = options;
  const catalog = useCatalog();
  const ref = useRef<HTMLFormElement>(null);
  const safeAction = useSafeAction(action);
  const [isDirty, setIsDirty] = useState(false);
  const [theirs, setTheirs] = useState<FormValues>({});
  // What the fields hold while nothing is to be saved, and what is stored as far as whoever types has seen it.
  const shown = useRef<FormValues>(stored ?? {});
  const known = useRef<FormValues>(stored ?? {});
  const version = useRef(options.version?.stored);
  const submitted = useRef<FormValues>({});
  /** What had the focus when the form was sent. */
  const sentFrom = useRef<Element | null>(null);
  const isPassingOn = useRef(false);

  const readChanges = (): FormValues => {
    const values = ref.current ? readForm(ref.current) : {};
    return Object.fromEntries(Object.entries(values).filter(([name, text]) => text !== shown.current[name]));
  };
  const draft = useDraft(options.draft, (): Draft => {
    const values = readChanges();
    return {
      at: Date.now(),
      values,
      from: pickShort(known.current, Object.keys(values)),
      ...(version.current === undefined ? {} : { version: version.current }),
      ...(isPassingOn.current ? { resume: findCursor() } : {}),
    };
  });
  const look = () => {
    if (!stored) return;
    const isChanged = Object.keys(readChanges()).length > 0;
    setIsDirty(isChanged);
    if (isChanged) draft.keep();
    else draft.forget();
  };

  const run: FormAction<T> = async (previous, form) => {
    submitted.current = ref.current ? readForm(ref.current) : {};
    sentFrom.current = document.activeElement;
    if (stored && !sendsAll) keepChanges(form, submitted.current, shown.current, known.current);
    if (version.current !== undefined) form.set("baseVersion", String(version.current));
    try {
      return await safeAction(previous, form);
    } catch (error) {
      if (isNavigation(error)) {
        // What was typed after it was sent is offered again where it was typed.
        if (!ref.current || isSame(readForm(ref.current), submitted.current)) draft.forget();
        onLeave?.();
      }
      throw error;
    }
  };
  // Without scripts only a form that is sent as it stands can work.
  const isPlain = !stored && safeAction === action;
  const [state, formAction] = useActionState<ActionState<T>, FormData>(isPlain ? action : run, {
    status: "idle",
  });

  const onEnd = (ended: ActionState<T>) => {
    if (ended.status === "done") {
      shown.current = { ...shown.current, ...submitted.current };
      known.current = { ...known.current, ...submitted.current };
      if (options.version) version.current = options.version.of(ended.data);
      setTheirs({});
      const now = ref.current ? readForm(ref.current) : {};
      const sent = clears.filter((name) => now[name] === submitted.current[name]);
      if (ref.current) fillForm(ref.current, Object.fromEntries(sent.map((name) => [name, ""])));
      look();
      options.onDone?.(ended.data);
    }
    if (ended.status === "error") {
      setTheirs(ended.theirs ?? {});
      focusUnlessWriting(ref.current?.querySelector<HTMLElement>("[aria-invalid=true]"), sentFrom.current);
    }
  };

  /** Fields that nobody has touched follow what somebody else saved, or how the server wrote it. */
  const followStored = (before: FormValues, now: FormValues) => {
    const form = ref.current;
    if (!form) return;
    // React has put the new text into what nobody has touched already.
    const touched = Object.entries(readChanges()).filter(([name, text]) => text !== now[name]);
    if (sendsAll && touched.length > 0) return;
    const renewed = Object.entries(now).filter(
      ([name, text]) => text !== before[name] && !touched.some(([other]) => other === name),
    );
    if (renewed.length === 0) return;
    known.current = { ...known.current, ...Object.fromEntries(renewed) };
    version.current = options.version?.stored;
    // White space at the ends goes when it is saved. Taking it from under somebody's cursor would only annoy.
    const visible = renewed.filter(([name, text]) => text.trim() !== (shown.current[name] ?? "").trim());
    shown.current = { ...shown.current, ...Object.fromEntries(visible) };
    fillForm(form, Object.fromEntries(visible));
    look();
  };

  const resume = (found: StoredDraft) => {
    const form = ref.current;
    if (!form) return;
    known.current = { ...known.current, ...found.from };
    if (found.version !== undefined) version.current = found.version;
    draft.adopt(found);
    fillForm(form, found.values);
    look();
    placeCursor(form, found.resume);
  };
  const onOffer = (found: StoredDraft) => {
    const now = ref.current ? readForm(ref.current) : {};
    const isThere = Object.entries(found.values).every(([name, text]) => now[name] === text);
    if (found.resume || (isThere && Object.keys(readChanges()).length > 0)) resume(found);
    else if (isThere) draft.discard(found);
  };

  /** Settles a field that both changed: `theirs` puts in what is stored, `mine` will be saved over it. */
  const settle = (name: string, choice: "mine" | "theirs") => {
    const text = theirs[name];
    if (text === undefined || !ref.current) return;
    known.current = { ...known.current, [name]: text };
    if (choice === "theirs") {
      shown.current = { ...shown.current, [name]: text };
      fillForm(ref.current, { [name]: text });
    }
    setTheirs(Object.fromEntries(Object.entries(theirs).filter(([other]) => other !== name)));
    look();
  };

  const latest = useRef({ look, onEnd, followStored, onOffer });
  useEffect(() => {
    latest.current = { look, onEnd, followStored, onOffer };
  });
  // A browser brings back by itself what stood in a page's fields.
  useEffect(() => {
    if (ref.current) fillForm(ref.current, takeEarlyWords(ref.current));
    latest.current.look();
  }, []);
  useEffect(() => latest.current.onEnd(state), [state]);
  const lastStored = useRef(stored);
  useEffect(() => {
    const before = lastStored.current;
    lastStored.current = stored;
    if (before && stored && before !== stored) latest.current.followStored(before, stored);
  }, [stored]);
  const { offered } = draft;
  useEffect(() => {
    if (offered) latest.current.onOffer(offered);
  }, [offered]);

  const errors: Record<string, string | undefined> =
    state.status === "error" ? fieldMessages(catalog, state.fields) : {};
  const isSettled = state.status === "error" && state.theirs && Object.keys(theirs).length === 0;
  const isPast = isSettled || (state.status === "done" && isDirty);
  return {
    state: isPast ? idle : state,
    errors,
    field: (name: Name) => ({ name, error: errors[name], defaultValue: stored?.[name] ?? "" }),
    /** From now on the draft goes on by itself in the next form of the thing, with the cursor where it is. */
    passOn: () => {
      isPassingOn.current = true;
      look();
    },
    form: {
      props: { ref, action: formAction, onReset: keepValues, noValidate: true },
      onInput: look,
      isDirty,
      isKept: draft.isKept,
      theirs,
      settle,
      offered: offered && !offered.resume ? offered : null,
      isOfferOutdated: offered !== null && isOutdated(offered, stored, options.version?.stored),
      resume,
      discard: draft.discard,
    },
  };
}

const idle = { status: "idle" } as const;

/** React resets a form after its action; this keeps what stands in it. */
function keepValues(event: FormEvent<HTMLFormElement>) {
  event.preventDefault();
}

/** Takes the fields out of `form` that are as they were, and notes of each other one what it was changed from. */
function keepChanges(form: FormData, values: FormValues, shown: FormValues, known: FormValues): void {
  for (const [name, text] of Object.entries(values)) {
    form.delete(name);
    if (text === shown[name]) continue;
    form.set(name, text);
    form.set(`base.${name}`, known[name] ?? "");
  }
}

function isSame(one: FormValues, other: FormValues): boolean {
  return Object.entries(one).every(([name, text]) => text === other[name]);
}

function pickShort(values: FormValues, names: readonly string[]): FormValues {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = values[name];
      return text === undefined || text.length > 2_000 ? [] : [[name, text]];
    }),
  );
}

function isOutdated({ from, version }: Draft, stored: FormValues = {}, now: number | undefined): boolean {
  if (version !== undefined && now !== undefined) return version !== now;
  return Object.entries(from).some(([name, text]) => text.trim() !== (stored[name] ?? "").trim());
}

function findCursor(): { field: string; cursor: number } {
  const field = document.activeElement;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isText ? { field: field.name, cursor: field.selectionStart ?? 0 } : { field: "", cursor: 0 };
}

function placeCursor(form: HTMLFormElement, place: Draft["resume"]): void {
  const field = place && form.elements.namedItem(place.field);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(place?.cursor ?? 0, place?.cursor ?? 0);
}
