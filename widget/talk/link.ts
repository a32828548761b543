import { isRecord, textOf } from "../json";
import { find } from "../list";
import type { State, Turn } from "../store";

/** An object that the server sent, of which nothing else is known. */
export type Said = Record<string, unknown>;

/** Takes over what the server says of who is awaited or there. */
export function takeState({ link }: State, said: Said): void {
  if (!link || typeof said.handoff !== "boolean") return;
  link.handoff = said.handoff;
  link.person = nameOf(said);
  link.face = faceOf(said);
  link.notice = textOf(said.notice);
  link.form = said.contact_form;
}

/** Takes over up to where the person who has it has read. */
export function takeSeen({ link }: State, said: Said): void {
  const id = textOf(said.turn_id);
  if (link && id > (link.seen ?? "")) link.seen = id;
}

/**
 * Adds what a person wrote, once, and gives it; nothing where it is known. Of a picture that is known its address is
 * taken: the last one may have ended. One of the visitor's that was sent from a page which never heard so is sent.
 */
export function takeWritten({ link, turns }: State, said: Said): Turn | undefined {
  if (!link) return;
  const id = textOf(said.turn_id);
  if (id > link.since) link.since = id;
  const texts = (Array.isArray(said.texts) ? said.texts : [said.text]).map(textOf).filter(Boolean);
  if (!id) return;
  const { role = "person", picture } = said;
  const known =
    find(turns, (turn) => turn.id === id || turn.turnId === id) ??
    (role === "visitor" ? find(turns, (turn) => isUnheard(turn, picture)) : undefined);
  if (known?.picture && picture) Object.assign(known, { picture });
  if (known?.state && picture) Object.assign(known, { turnId: id, state: undefined, problem: undefined });
  if (known || !texts.length || role !== "person") return;
  const turn: Turn = { id, role: "assistant", texts, at: Date.now(), by: nameOf(said), picture };
  turn.face = faceOf(said);
  turns.push(turn);
  return turn;
}

/** The objects of a list that the server sent. */
export function saidList(value: unknown): Said[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Whether the turn is a picture of that size which the server may have, without this browser knowing. */
function isUnheard({ state, picture }: Turn, sent: unknown): boolean {
  const { width, height } = Object(picture);
  return !!state && width && width === Object(sent).width && height === Object(sent).height;
}

function faceOf({ person }: Said): string {
  return isRecord(person) ? textOf(person.avatar_url) : "";
}

export function nameOf({ person }: Said): string {
  return isRecord(person) ? textOf(person.name) : "";
}
