/** One Han character, or the first letters of up to two words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const firsts = words.map((word) => [...word][0] ?? "");
  const [first = "", second = ""] = firsts;
  return /\p{Script=Latin}/u.test(first) ? (first + second).toUpperCase() : first;
}
