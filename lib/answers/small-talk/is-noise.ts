/**
 * Whether a message in plain words looks like keys struck at random: 「asdfgh」, 「aaaaa」, 「ㄅㄆㄇ」, 「啊啊啊啊」. Words of no
 * language that could be a name (「A520F」, 「xyzzy」) do not.
 */
export function isNoise(words: string): boolean {
  const tokens = words.slice(0, longest).split(" ");
  return tokens.every(isNoiseToken) && tokens.some((token) => token.length > 3 || !/^[a-z]/u.test(token));
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;

function isNoiseToken(token: string): boolean {
  if (/^\p{Script=Bopomofo}{1,30}$/u.test(token)) return true;
  if (/^(\p{L})\1{2,}$/u.test(token)) return token.length > 3 || !/^[a-z]/u.test(token);
  if (/^(\d)\1{5,}$/u.test(token)) return true;
  if (!/^[a-z]{3,}$/u.test(token)) return false;
  if (/^([a-z]{1,3})\1{2,}[a-z]?$/u.test(token)) return true;
  if (token.length >= 6 && !/[aeiouy]/u.test(token)) return true;
  return /[bcdfghjklmnpqrstvwxz]{6}/u.test(token) || share(token) > 0.6;
}

/** How much of a token runs along a row of keys. */
function share(token: string): number {
  let along = 0;
  for (let at = 0; at + 3 <= token.length; at++)
    if (rows.some((row) => row.includes(token.slice(at, at + 3)))) along++;
  return along / (token.length - 2);
}

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].flatMap((row) => [row, [...row].reverse().join("")]);
