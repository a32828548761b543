import {
  append,
  createBubble,
  createButton,
  createTool,
  div,
  h,
  icon,
  replaceChildren,
  setText,
} from "./dom";
import { prevent } from "./event";
import { isRecord, readJson, textOf, toJson } from "./json";
import { find } from "./list";
import { page } from "./page";
import { safe } from "./safe";
import { safeHref } from "./safe-href";
import { newChat, randomHex } from "./store";
import { fill } from "./words/fill";

/**
 * Leaves for the files that load later what this one has already; scripts/build/build-widget.mjs reads the list and
 * has them take it.
 */
export function share(): void {
  const shared = [
    ...[page, prevent],
    ...[append, createBubble, createButton, createTool, div, h, icon, replaceChildren, setText],
    ...[isRecord, readJson, textOf, toJson],
    ...[find],
    ...[safe, safeHref, newChat, randomHex, fill],
  ];
  Reflect.set(globalThis, Symbol.for("dawen"), shared);
}
