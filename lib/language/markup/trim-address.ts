/** An address without the punctuation of the sentence it stands in; a bracket that it opens itself stays. */
export function trimAddress(address: string): string {
  let depth = 0;
  for (const char of address) if (char === "(" || char === ")") depth += char === "(" ? 1 : -1;
  let to = address.length;
  for (; to > 0 && /[.,;:!?)\]'"*_~]/.test(address.charAt(to - 1)); to--) {
    if (address.charAt(to - 1) !== ")") continue;
    if (depth >= 0) break;
    depth++;
  }
  return address.slice(0, to);
}
