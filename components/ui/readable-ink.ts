/**
 * Black or white, whichever is easier to read on a `#rrggbb` colour. The contrast is at least 4.5:1 on any colour
 * (WCAG 2.2 relative luminance; the two are equal at 0.179).
 */
export function readableInk(color: string): "#000000" | "#ffffff" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}
