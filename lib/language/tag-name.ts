import { lineInput } from "./text-input";

/** Of a chat's tag, and of a document's: one line, 30 code points at most. */
export const tagName = lineInput(30);
