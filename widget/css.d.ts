declare module "*.css" {
  /** The minified text of the style sheet, put there by scripts/build/build-widget.mjs. */
  const text: string;
  export default text;
}
