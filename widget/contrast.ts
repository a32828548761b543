type Rgb = [number, number, number];

export interface Palette {
  /** The owner's colour as #rrggbb. */
  primary: string;
  /** Text on the owner's colour, at least 4.5:1. */
  onPrimary: string;
  /** The owner's colour moved until it reads as text on the light and the dark surface. */
  onLight: string;
  onDark: string;
}

const LIGHT_SURFACE: Rgb = [247, 246, 243];
const DARK_SURFACE: Rgb = [29, 34, 33];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const AA_TEXT = 4.5;

/** The colours derived from the owner's `#rgb` or `#rrggbb`; anything else counts as `fallback`. */
export function paletteOf(color: string, fallback: string): Palette {
  const primary = parseHex(color) ?? parseHex(fallback) ?? BLACK;
  return {
    primary: toHex(primary),
    onPrimary: contrast(primary, WHITE) >= AA_TEXT ? "#fff" : "#000",
    onLight: toHex(moveUntilReadable(primary, BLACK, LIGHT_SURFACE)),
    onDark: toHex(moveUntilReadable(primary, WHITE, DARK_SURFACE)),
  };
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

export function parseHex(color: string): Rgb | null {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color.trim())?.[1];
  if (!digits) return null;
  const wide = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const value = Number.parseInt(wide, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function moveUntilReadable(color: Rgb, towards: Rgb, surface: Rgb): Rgb {
  let moved = color;
  for (let step = 1; step <= 20 && contrast(moved, surface) < AA_TEXT; step++) {
    const mix = (i: 0 | 1 | 2) => Math.round(color[i] + ((towards[i] - color[i]) * step) / 20);
    moved = [mix(0), mix(1), mix(2)];
  }
  return moved;
}

function toHex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
