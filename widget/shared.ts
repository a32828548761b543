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
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./panel/message-text";
import { safe } from "./safe";
import { safeHref } from "./safe-href";
import { hasWork, newChat, randomHex } from "./store";

/**
 * Leaves for the files that load later what this one has already; scripts/build/build-widget.mjs reads the list and
 * has them take it.
 */
export function share(): void {
  const shared = [
    ...[append, createBubble, createButton, createTool, div, h, icon, replaceChildren, setText],
    ...[isRecord, readJson, textOf, toJson],
    ...[find, page, prevent],
    ...[countCodePoints, MESSAGE_LIMIT, messageText],
    ...[safe, safeHref, hasWork, newChat, randomHex],
  ];
  Reflect.set(globalThis, Symbol.for("dawen"), shared);
}
