import { isRecord, textOf } from "../json";
import type { State, Turn } from "../store";

/** An object that the server sent, of which nothing else is known. */
export type Said = Record<string, unknown>;

/** Takes over what the server says of who is awaited or there. */
export function takeState({ link }: State, said: Said): void {
  if (!link || typeof said.handoff !== "boolean") return;
  link.handoff = said.handoff;
  link.person = nameOf(said);
  link.notice = textOf(said.notice);
  link.form = said.contact_form;
}

/** Takes over up to where the person who has it has read. */
export function takeSeen({ link }: State, said: Said): void {
  const id = textOf(said.turn_id);
  if (link && id > (link.seen ?? "")) link.seen = id;
}

/** Adds what a person wrote, once, and gives it; nothing where it is known. */
export function takeWritten({ link, turns }: State, said: Said): Turn | undefined {
  if (!link) return;
  const id = textOf(said.turn_id);
  if (id > link.since) link.since = id;
  const texts = (Array.isArray(said.texts) ? said.texts : [said.text]).map(textOf).filter(Boolean);
  const isKnown = turns.some((turn) => turn.id === id);
  if (!id || isKnown || !texts.length || (said.role ?? "person") !== "person") return;
  const { picture } = said;
  const turn: Turn = { id, role: "assistant", texts, at: Date.now(), by: nameOf(said), picture };
  turns.push(turn);
  return turn;
}

/** The objects of a list that the server sent. */
export function saidList(value: unknown): Said[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function nameOf({ person }: Said): string {
  return isRecord(person) ? textOf(person.name) : "";
}
