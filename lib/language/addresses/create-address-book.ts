import { findAddresses } from "./find-addresses";

export type AddressBook = {
  /** Whether an address, written in any way, is one of the texts'. */
  knows(address: string): boolean;
  /** The stretches of a text that are addresses and none of the texts'. */
  findUnknown(text: string): { start: number; end: number }[];
};

/**
 * The addresses that may be said.
 * @param readKeys gives their keys (address-keys.ts); asked when first there is an address to look up
 */
export function createAddressBook(readKeys: () => Iterable<string>): AddressBook {
  let keys: ReadonlySet<string> | undefined;
  const known = {
    has: (key: string) => {
      keys ??= new Set(readKeys());
      return keys.has(key);
    },
  };
  const findUnknown = (text: string, from = 0): { start: number; end: number }[] =>
    findAddresses(text).flatMap(({ start, end, key }) => {
      if (known.has(key)) return [];
      const knownEnd = start + knownStart(text.slice(start, end), known);
      if (knownEnd > start) return findUnknown(text.slice(knownEnd, end), from + knownEnd);
      return [{ start: from + start, end: from + end }];
    });
  return {
    knows: (address) => {
      const [first] = findAddresses(address);
      const isWhole = first?.start === 0 && /^[.,;:!?)\]'"*_~]*$/.test(address.slice(first.end));
      return first !== undefined && isWhole && known.has(first.key);
    },
    findUnknown,
  };
}

/**
 * How much of an address is a known one that the sentence goes on after without a blank: 「請看https://a.tw/b謝謝」. None
 * where the rest could belong to the name of a host.
 */
function knownStart(written: string, known: Pick<ReadonlySet<string>, "has">): number {
  const wide = written.search(/[^\p{ASCII}]/u);
  if (wide > 0) {
    const [first] = findAddresses(written.slice(0, wide));
    const rest = written.slice(wide);
    const isHostOver = first && /[^/:][/?#]/.test(written.slice(0, first.end));
    const isOver = first && (isHostOver || !/[.@:/．＠：／。｡]/.test(rest));
    return first?.start === 0 && isOver && known.has(first.key) ? first.end : 0;
  }
  // A name in Chinese has what is said before it in its first word.
  const lead =
    wide === 0 ? /^[^\p{ASCII}]{0,20}[到至在是上看往於為的站網]/u.exec(written)?.[0].length : undefined;
  const [named] = lead ? findAddresses(written.slice(lead)) : [];
  return lead && named?.start === 0 && known.has(named.key) ? lead + named.end : 0;
}
