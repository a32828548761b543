/**
 * Whether a message is nothing but a sum: 「3*250=?」, 「一加一等於幾」. What also reads as a date, a telephone number, hours or
 * a measure (5-3, 1/2, 4x6) is one only where it asks what it comes to.
 */
export function isSum(message: string): boolean {
  const text = message.slice(0, longest).normalize("NFKC").toLowerCase().replace(/\s/gu, "");
  const said = text.replace(opening, "").replace(/(?<![?!。,，、~～])[?!。,，、~～]+$/u, "");
  return (
    sure.test(said) || (asking.test(said) && (/=/u.test(said) || equals.test(said) || opening.test(text)))
  );
}

/** UTF-16 units: longer sums are nobody's. */
const longest = 200;
/** All without the blanks. */
const opening =
  /^(?:請問|请问|那|幫我算一?下?|帮我算一?下?|算一?下|計算|计算|what(?:'s|is|s)|calculate|compute|howmuchis)[:：,，]*/u;
const number = "\\({0,3}[-+]?(?:\\d[\\d.,]{0,20}|[零〇一二兩两三四五六七八九十百千萬万]{1,9})%?\\){0,3}";
const clear =
  "[*×÷^+]|加上?|減去?|减去?|乘以?|乘上|除以|plus|minus|times|dividedby|multipliedby|たす|ひく|かける|わる|足す|引く|掛ける|割る";
const result =
  "(?:[=＝]|等於|等于|是|は|equals?)?(?:多少|幾|几|什麼|什么|いくつ|いくら|何|what)?(?:呢|ですか|啊)?";
const equals = /等於|等于|equals?|是(?:多少|幾|几)/u;
const sure = sumOf(clear);
const asking = sumOf(`${clear}|[-/x]`);

function sumOf(signs: string): RegExp {
  return new RegExp(`^${number}(?:(?:${signs})${number}){1,20}${result}$`, "u");
}
