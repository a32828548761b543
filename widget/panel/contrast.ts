/** Red, green and blue, 0 to 255. */
type Rgb = number[];

export interface Palette {
  /** The owner's colour. */
  primary: string;
  /** Text on the owner's colour, at least 4.5:1. */
  onPrimary: string;
  /** The owner's colour moved away from the surface until it reads as text there, at least 4.5:1. */
  accent: string;
}

const LIGHT_PAPER: Rgb = [247, 246, 243];
const DARK_SURFACE: Rgb = [29, 34, 33];
const AA_TEXT = 4.5;

/** The colours derived from the owner's `#rrggbb`. */
export function paletteOf(color: string, isDark: boolean): Palette {
  const primary = parseHex(color);
  const surface = isDark ? DARK_SURFACE : LIGHT_PAPER;
  let accent = primary;
  for (let part = 0; part <= 1 && contrast(accent, surface) < AA_TEXT; part += 0.05) {
    accent = primary.map((channel) => Math.round(channel + ((isDark ? 255 : 0) - channel) * part));
  }
  return {
    primary: toCss(primary),
    onPrimary: contrast(primary, [255, 255, 255]) < AA_TEXT ? "rgb(0,0,0)" : "rgb(255,255,255)",
    accent: toCss(accent),
  };
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgb, b: Rgb): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** The colour written as `#rrggbb`; black for anything else. */
export function parseHex(color: string): Rgb {
  const value = Number.parseInt(/^#([\da-f]{6})$/i.exec(color)?.[1] ?? "0", 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(color: Rgb): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return color.reduce((sum, channel, i) => {
    const c = channel / 255;
    return sum + (weights[i] ?? 0) * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0);
}

function toCss(color: Rgb): string {
  return `rgb(${color})`;
}
