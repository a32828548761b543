/** Of red, green and blue in the relative luminance of WCAG 2.2. */
const weights = [0.2126, 0.7152, 0.0722];
/** The most of a colour on which white has 4.5:1: (1 + 0.05) / (luminance + 0.05) = 4.5. */
const lightestUnderWhite = 1.05 / 4.5 - 0.05;

/**
 * White on a `#rrggbb` colour where that has a contrast of 4.5:1 (WCAG 2.2), else black, which then has more. As the
 * widget chooses it (widget/panel/contrast.ts), so that the dashboard shows what visitors see.
 */
export function readableInk(color: string): "#000000" | "#ffffff" {
  const luminance = weights.reduce((sum, weight, at) => {
    const channel = Number.parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16) / 255;
    return sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  }, 0);
  return luminance > lightestUnderWhite ? "#000000" : "#ffffff";
}
