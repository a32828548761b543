/**
 * Whether digits are a telephone number of Taiwan as it is dialled there, with the 0 before it: a mobile (0912345678),
 * a line (0223456789, 037123456) or a free one (0800123456).
 */
export function isTaiwanPhone(digits: string): boolean {
  return /^0(?:9\d{8}|800\d{6}|[2-8]\d{7,8})$/.test(digits);
}

/** How the extension behind a number is written, as a source for regular expressions; it captures nothing. */
export const phoneExtension = String.raw`(?:#|分機|分机|内線|ext\.?) ?\d{1,6}`;
