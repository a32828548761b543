import type { ActionState } from "@/lib/http/define-action";
import type { DiffPart } from "@/lib/language/diff-texts";

/** What a tool's form shows after it was sent: what was typed in it, and what came of it. */
type ToolState<T> = { typed: Record<string, string>; result: ActionState<T> };

export type TextAnswerState = ToolState<{ bubbles: string[]; answered: boolean | null; quotes: string[] }>;
export type WordingState = ToolState<{ text: string; parts: DiffPart[] }>;

export const unused = { typed: {}, result: { status: "idle" } } as const;
