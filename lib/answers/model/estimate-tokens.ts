/**
 * About how many tokens a text is, rather too many than too few: one for each character that is not ASCII, one
 * for three that are.
 */
export function estimateTokens(text: string): number {
  let ascii = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) ascii++;
    else other++;
  }
  return Math.ceil(ascii / 3) + other;
}
