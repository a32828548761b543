/** Whether a text has what a form tells, also in digits of full width: 「９：３０－１８：００」. */
export function says(form: RegExp, text: string): boolean {
  return form.test(text) || (isWide.test(text) && form.test(text.slice(0, longest).normalize("NFKC")));
}

/** UTF-16 units: to put a run of marks into its order takes the square of its length. */
const longest = 1_000;
const isWide = /[０-９]/u;
