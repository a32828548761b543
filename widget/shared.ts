import { createBubble, createButton, createTool, div, h, icon, setText } from "./dom";
import { isRecord, readJson, textOf } from "./json";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./panel/message-text";
import { safe } from "./safe";
import { safeHref } from "./safe-href";
import { newChatId, randomHex } from "./store";

/** Leaves for the files that load later what this one has already; scripts/build-widget.mjs reads the list and has them take it. */
export function share(): void {
  const shared = [
    ...[createBubble, createButton, createTool, div, h, icon, setText],
    ...[isRecord, readJson, textOf],
    ...[countCodePoints, MESSAGE_LIMIT, messageText],
    ...[safe, safeHref, newChatId, randomHex],
  ];
  Reflect.set(globalThis, Symbol.for("dawen"), shared);
}
