/**
 * The text with numbers that name a person made unreadable but for their end: of Taiwan's 身分證字號 and 居留證號 and of payment
 * cards where their checksum is right, and of Taiwan's mobile phones. `A123456789` becomes `A••••••789`, `0912-345-678`
 * `09••-•••-678`. Twice is as once; the length stays. Its mobile phones are not those of `isTaiwanPhone`: a shop's line
 * names nobody and stays, and a mobile is hidden however its digits are grouped (`0 9 1 2 …`), since it must not slip
 * through for its blanks.
 */
export function maskPersonal(text: string): string {
  if (!mayHold.test(text)) return text;
  const plain = text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const hidden = new Set<number>();
  const hide = (places: readonly number[], first: number, last: number) => {
    for (const place of places.slice(first, places.length - last)) hidden.add(place);
  };
  for (const { index, 0: found } of plain.matchAll(idForm))
    if (isIdNumber(found.replace(/[ -]/g, "").toUpperCase())) hide(placesOf(index, found), 1, 3);
  for (const { index, 0: found } of plain.matchAll(digitRun)) hideCards(placesOf(index, found), plain, hide);
  for (const { index, 0: found } of plain.matchAll(mobileForm)) {
    const places = placesOf(index, found);
    hide(places, places.length - 8, 3);
  }
  if (hidden.size === 0) return text;
  let masked = "";
  for (let at = 0; at < text.length; at += 1) masked += hidden.has(at) ? mark : text[at];
  return masked;
}

/** Whether something in the text was masked. */
export function hasMask(text: string): boolean {
  return /•[ -]?•[ -]?•[ -]?•/.test(text);
}

const mark = "•";
/** Eight digits, in one piece or in several: the fewest that any of them ends with. */
const mayHold = /[\d０-９](?:[ －-]?[\d０-９]){7}/;
const idForm = /(?<![A-Za-z\d])[A-Za-z][ -]?[A-Da-d1289](?:[ -]?\d){8}(?![A-Za-z\d])/g;
const mobileForm = /(?<![\d.+-])(?:\+?886[ -]?(?:\(0\)|0)?|0)9(?:[ -]?\d){8}(?!\d|[.-]\d)/g;
const digitRun = /\d(?:[ -]?\d)*/g;

/** Where the letters and digits of a find stand in the text. */
function placesOf(start: number, found: string): number[] {
  return Array.from(found, (sign, at) => (/[A-Za-z\d]/.test(sign) ? [start + at] : [])).flat();
}

/** Card numbers begin and end where a group of digits does: beside other numbers they are found too. */
function hideCards(
  places: readonly number[],
  plain: string,
  hide: (places: readonly number[], first: number, last: number) => void,
): void {
  const digits = places.map((place) => plain[place] ?? "").join("");
  const endsGroup = (at: number) => at === places.length - 1 || (places[at + 1] ?? 0) > (places[at] ?? 0) + 1;
  for (let first = 0; first + shortestCard <= places.length; first += 1) {
    if (first > 0 && !endsGroup(first - 1)) continue;
    for (let length = longestCard; length >= shortestCard; length -= 1) {
      const last = first + length - 1;
      if (last >= places.length || !endsGroup(last)) continue;
      if (!isCard(digits.slice(first, last + 1))) continue;
      hide(places.slice(first, last + 1), 0, 4);
      first = last;
      break;
    }
  }
}

const shortestCard = 13;
const longestCard = 19;
/** What the networks give: Visa, Mastercard, American Express, Diners, JCB, Discover, UnionPay. */
const cardForms = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[689]\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^6(?:011|5\d{2}|4[4-9]\d|2\d{2})\d{12,15}$/,
];

function isCard(digits: string): boolean {
  if (!cardForms.some((form) => form.test(digits))) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** By the letters' weights of the ministry of the interior: A is 10, I 34, O 35, W 32. */
function isIdNumber(id: string): boolean {
  const area = letters.indexOf(id[0] ?? "") + 10;
  const second = /\d/.test(id[1] ?? "") ? Number(id[1]) : letters.indexOf(id[1] ?? "") % 10;
  const rest = Array.from(id.slice(2, 9), Number);
  const sum =
    Math.floor(area / 10) +
    (area % 10) * 9 +
    second * 8 +
    rest.reduce((total, digit, at) => total + digit * (7 - at), 0) +
    Number(id[9]);
  return area >= 10 && sum % 10 === 0;
}

const letters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
