/**
 * Text as we store it: a lone surrogate becomes U+FFFD, NUL is dropped, white space around it is trimmed.
 * PostgreSQL can hold the result as it is.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").trim();
}

/**
 * One line that shows as what it is, wherever it stands: cleaned, white space and control characters made one space.
 * What nobody sees goes (directions, zero widths, fillers, tags; a joiner stays within an emoji and in scripts that
 * join), and of marks over one letter four stay. (To put a run of marks into its order takes the square of its length:
 * it is cut first.)
 */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/(\p{M}{30})\p{M}+/gu, "$1").normalize("NFC"))
    .replace(/[\s\p{Cc}\u2800]+/gu, " ")
    .replace(invisible, "")
    .replace(loneJoiner, "")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Text of several lines without what turns the words around it: embeddings, overrides and isolates of direction. */
export function dropDirections(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Length in Unicode code points, as the contract counts: 𠮷 and an emoji of one code point are one each. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (isPair) count--;
  }
  return count;
}

/** False for text made only of white space, control, format (zero-width, bidi) and unassigned characters. */
export function hasVisibleCharacter(text: string): boolean {
  return /[^\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** All that is drawn as nothing, but for joiners and for a single selector of how the character before it is drawn. */
const invisible =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\u061c\ufff9-\ufffb]|(?<=\p{Variation_Selector})\p{Variation_Selector}/gu;

/** A joiner that nothing before it asks for. */
const loneJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{M}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Mongolian})(?:\u200c|\u200d)/gu;
