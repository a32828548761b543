import type { ActionState } from "@/lib/http/define-action";

/** A server action that a form here takes, and what it returns. */
export type FormAction<T = void> = (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;
