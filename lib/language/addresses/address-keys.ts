import { findAddresses } from "./find-addresses";

/**
 * What an owner's text holds of addresses, for createAddressBook: its addresses, and its telephone numbers as `tel:`.
 */
export function addressKeys(text: string): string[] {
  const keys: string[] = [];
  for (const { start, end, key } of findAddresses(text)) {
    keys.push(key);
    // 「請看https://a.tw/b謝謝」 may mean the shorter one.
    const written = text.slice(start, end);
    const wide = written.search(/[^\p{ASCII}]/u);
    if (wide > 0) keys.push(...findAddresses(written.slice(0, wide)).map((shorter) => shorter.key));
  }
  for (const [number] of text.matchAll(/\+?\d[\d() .-]{5,20}\d/g))
    keys.push(`tel:${number.replace(/\D+/g, "")}`);
  return keys;
}
