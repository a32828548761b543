/** Whether a text has what a form tells, also in digits of full width: 「９：３０－１８：００」. */
export function says(form: RegExp, text: string): boolean {
  return form.test(text) || (isWide.test(text) && form.test(text.normalize("NFKC")));
}

const isWide = /[０-９]/u;
