/** `#rrggbb` of a colour as people write one: `#0d5a5b`, `0d5a5b`, `#fff`; null for what is none. */
export function parseColor(text: string): string | null {
  const hex = text.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(hex)) return `#${hex}`;
  return /^[0-9a-f]{3}$/.test(hex) ? `#${hex.replace(/./g, "$&$&")}` : null;
}
