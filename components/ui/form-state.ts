/** What a form shows after its last submission. `at` (ms) tells two savings in a row apart. */
export type FormState =
  | { status: "idle" }
  | { status: "saved"; at: number }
  | { status: "error"; message: string; fields?: Record<string, string> };

export const idleForm: FormState = { status: "idle" };
