/**
 * A text of the same length in which the letters, digits and marks of addresses have their ASCII form: ｅｖｉｌ．ｃｏｍ／ｐａｙ,
 * evil。com.
 */
export function foldAddress(text: string): string {
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ．／＠＝＆＃％＿－～＋]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  // Browsers read these as full stops; in a sentence they stand beside Chinese, or before a capital.
  return narrow
    .replace(/(?<=[a-z0-9-])[。｡](?=[a-z]{2,24}(?![a-z])|[a-z0-9-]{1,63}[.。｡])/gi, ".")
    .replace(/(?<=[a-z0-9])：(?=\/\/|\d{2,5}\/)/gi, ":")
    .replace(/(?<=[!-~])？(?=[\w%-]{1,40}=)/g, "?");
}
