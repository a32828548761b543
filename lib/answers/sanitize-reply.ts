/**
 * A stretch of a model's reply without what could reach out or pose as something else: no HTML, images, link
 * definitions, unseen characters; an address only where `isAllowed` says so, and only http, https, mailto or tel.
 */
export function sanitizeReply(text: string, isAllowed: (address: string) => boolean): string {
  const allows = (address: string) => scheme.test(address) && isAllowed(address);
  let clean = text.replace(unseen, "");
  for (let before = ""; before !== clean; ) {
    before = clean;
    clean = clean
      .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
      .replace(/<((?:https?:|mailto:|tel:)[^<>\s]*)>/gi, "$1")
      .replace(/<\/?[a-z!?][^<>]*(?:>|$)/gi, "")
      .replace(/!\[[^\]]*\]\s*(?:\([^)]*\)|\[[^\]]*\])/g, "")
      .replace(/^[ \t]*\[[^\]\n]+\]:[^\n]*$/gm, "")
      .replace(/\[([^\]]*)\]\[[^\]]*\]/g, "$1")
      .replace(/\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)/g, (link, label: string, target: string) =>
        allows(target) ? link : label,
      );
  }
  return clean
    .replace(/!\[/g, "[")
    .replace(/<(?=[a-z/!?])/gi, "＜")
    .replace(
      /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\b(?:mailto|tel|javascript|data|vbscript|file|blob):|\bwww\.)[^\s<>()[\]（）「」『』，。；、"'`]*/gi,
      (address) => {
        const bare = address.replace(/[.,;:!?*_~]+$/, "");
        return allows(bare) || allows(`https://${bare}`) ? address : address.slice(bare.length);
      },
    )
    .replace(/^#{1,6}\s+/gm, "");
}

/** The addresses that stand in a text, as they are written there. */
export function findAddresses(text: string): string[] {
  return (
    text
      .match(/(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>()[\]（）「」『』，。；、"'`]+/gi)
      ?.map((address) => address.replace(/[.,;:!?*_~]+$/, "")) ?? []
  );
}

const scheme = /^(?:https?:\/\/|mailto:|tel:)/i;
const unseen =
  /[^\P{C}\n\t\u200d]|[\u{e0100}-\u{e01ef}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2028\u2029]/gu;
