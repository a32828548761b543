const maxHeaderLength = 1_000;
const maxRanges = 32;

/** The tags of an `Accept-Language` value (RFC 9110, 12.5.4) in lower case, the most wanted first, without `*`. */
export function readAcceptLanguage(acceptLanguage: string | null | undefined): string[] {
  return (acceptLanguage ?? "")
    .slice(0, maxHeaderLength)
    .split(",", maxRanges)
    .map(parseRange)
    .filter(({ tag, quality }) => tag !== "" && tag !== "*" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** `zh-Hant-TW;q=0.8` → `{ tag: "zh-hant-tw", quality: 0.8 }`; without a readable q-value the quality is 1. */
function parseRange(range: string): { tag: string; quality: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const quality = q === undefined ? 1 : Number(q);
  return { tag, quality: Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 1 };
}
