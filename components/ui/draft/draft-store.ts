import type { FormValues } from "@/lib/forms/form-value";

/** Words that were typed into a form and not saved. */
export type Draft = {
  /** When they were typed last, in ms. */
  at: number;
  /** The fields that differ from what was stored. */
  values: FormValues;
  /** What those held when they were opened; long texts are left out. */
  from: FormValues;
  /** The version of the thing that was edited, where it has versions. */
  version?: number;
  /** Goes on at once where it is found, with the cursor there: its form was exchanged while somebody typed. */
  resume?: { field: string; cursor: number };
};

export type StoredDraft = Draft & { key: string };

const prefix = "dawen.draft/";
const maxAgeMs = 30 * 24 * 60 * 60_000;
const maxCount = 30;
/** In UTF-16 units; browsers give a site about 2.5 million of them. */
const maxLength = 400_000;
const maxTotal = 1_500_000;

/** A place for the drafts of one open form. */
export function newDraftKey(owner: string, thing: string): string {
  return `${scopeOf(owner, thing)}${Math.random().toString(36).slice(2)}`;
}

/** False where this browser could not keep it. */
export function writeDraft(key: string, draft: Draft): boolean {
  const text = JSON.stringify(draft);
  if (text.length > maxLength) {
    removeDraft(key);
    return false;
  }
  try {
    makeRoom(key, text.length);
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}

export function hasDraft(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** The newest draft that the user left in another form of the thing; null where there is none. */
export function findDraft(owner: string, thing: string, ownKey: string): StoredDraft | null {
  try {
    const scope = scopeOf(owner, thing);
    const found = listDrafts().filter(({ key }) => key.startsWith(scope) && key !== ownKey);
    return found.toSorted((a, b) => b.at - a.at)[0] ?? null;
  } catch {
    return null;
  }
}

function scopeOf(owner: string, thing: string): string {
  return `${prefix}${owner}/${thing}/`;
}

/** All users' drafts of this browser; what is too old or can't be read is thrown away. */
function listDrafts(): (StoredDraft & { length: number })[] {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const text = localStorage.getItem(key) ?? "";
      const draft = parseDraft(text);
      if (draft && Math.abs(Date.now() - draft.at) < maxAgeMs)
        return [{ ...draft, key, length: text.length }];
      localStorage.removeItem(key);
      return [];
    });
}

function makeRoom(ownKey: string, length: number): void {
  // The usual key press finds its own place: only a new draft can be one too many.
  if (localStorage.getItem(ownKey) !== null && length < maxLength / 10) return;
  const others = listDrafts()
    .filter(({ key }) => key !== ownKey)
    .toSorted((a, b) => b.at - a.at);
  let total = length;
  for (const [at, other] of others.entries()) {
    total += other.length;
    if (at + 1 >= maxCount || total > maxTotal) localStorage.removeItem(other.key);
  }
}

function parseDraft(text: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    isObject(value) &&
    typeof value.at === "number" &&
    isTexts(value.values) &&
    isTexts(value.from) &&
    (value.version === undefined || typeof value.version === "number") &&
    (value.resume === undefined ||
      (isObject(value.resume) &&
        typeof value.resume.field === "string" &&
        typeof value.resume.cursor === "number"))
  );
}

function isTexts(value: unknown): value is FormValues {
  return isObject(value) && Object.values(value).every((text) => typeof text === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
