import { createBubble, createButton, createTool, div, h, icon, setText } from "./dom";
import { isRecord, readJson, textOf } from "./json";
import { countCodePoints, MESSAGE_LIMIT, messageText } from "./message-text";
import { safe } from "./safe";
import { safeHref } from "./safe-href";
import { newChatId, randomHex } from "./store";

/** Where the files that load later find what the first one has already; scripts/build-widget.mjs points them there. */
export const SHARED = Symbol.for("dawen");

/** Leaves that for them. It must hold all that talk.ts and what that imports want of these modules. */
export function share(): void {
  const dom = { createBubble, createButton, createTool, div, h, icon, setText };
  const rest = {
    countCodePoints,
    MESSAGE_LIMIT,
    messageText,
    isRecord,
    readJson,
    textOf,
    safe,
    safeHref,
    newChatId,
    randomHex,
  };
  Reflect.set(globalThis, SHARED, { ...dom, ...rest });
}
