import { trimAddress } from "@/lib/language/markup/trim-address";
import { foldAddress } from "./fold-address";
import { isHost } from "./is-host";

export type FoundAddress = {
  /** Offsets in the text. */
  start: number;
  end: number;
  /** The same for all ways to write the address: with http, https, www. or none, in full width, with a last slash. */
  key: string;
};

/**
 * The addresses in a text, in every form that a reader, a browser or a mail program would follow: with a scheme,
 * `//host`,
 * `host.tld/path`, a bare host, an e-mail address, in full width, with names in Chinese. Each is whole: up to the
 * blank, the bracket or the Chinese punctuation that ends it. Takes time linear in the text's length.
 */
export function findAddresses(text: string): FoundAddress[] {
  if (!mayHold.test(text)) return [];
  const folded = foldAddress(text);
  const found: FoundAddress[] = [];
  for (const { index, 0: run } of folded.matchAll(runs)) {
    let from = 0;
    for (let count = 1; from < run.length; count++) {
      const first = firstAddress(run, from);
      if (!first) break;
      // So many without a blank are none that anybody wrote.
      const address = count < maxInRun ? first : { start: first.start, end: run.length };
      const written = run.slice(address.start, address.end);
      found.push({ start: index + address.start, end: index + address.end, key: keyOf(written) });
      from = address.end;
    }
  }
  return found;
}

/** Most sentences hold none. */
const mayHold = /[.．@＠]|[/／]{2}|[a-z0-9ａ-ｚ０-９-][。｡]|[a-z][:：]\S/i;
const maxInRun = 8;

/**
 * What no address goes on over; a comma only where another address begins, a bracket where it makes a link. Longer ones
 * are cut, which makes them unknown.
 */
const runs =
  /(?:(?!,(?:https?:|www\.)|\]\(|\[[^[\]\s]{0,100}\]\()[^\s<>"`|{}\\「」『』（）【】《》〈〉〔〕［］，。；、！？：…“”‘’\u3000]){1,2048}/gu;
const schemes =
  /(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?:mailto|tel|sms|javascript|data|vbscript|file|blob|intent):(?=\S)|www\.(?=[\p{L}\p{N}]))|(?<![:/\p{L}\p{N}])\/\/(?=[\p{L}\p{N}_-]{1,63}[.:@])/iu;
const hosts =
  /(?<![\p{L}\p{N}_.@-])(?:[\p{L}\p{N}_%+.-]{1,64}@)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d{1,5}(?!\d))?/gu;

function firstAddress(run: string, from: number): { start: number; end: number } | null {
  const rest = run.slice(from);
  const scheme = schemes.exec(rest);
  const host = firstHost(rest);
  if (scheme && (!host || scheme.index <= host.start)) {
    const start = from + scheme.index;
    return { start, end: endOf(run, start) };
  }
  if (!host) return null;
  const goesOn = /^[/?#]\S/.test(rest.slice(host.end, host.end + 2));
  const start = from + host.start;
  return { start, end: goesOn ? Math.max(endOf(run, start), from + host.end) : from + host.end };
}

/** Where an address ends that may go on to the end of its run: after "(" at the bracket that closes it. */
function endOf(run: string, start: number): number {
  if (run.charAt(start - 1) === "(") {
    let depth = 0;
    for (let at = start; at < run.length; at++) {
      if (run.charAt(at) === "(") depth++;
      else if (run.charAt(at) === ")" && --depth < 0) return start + trimAddress(run.slice(start, at)).length;
    }
  }
  return start + trimAddress(run.slice(start)).length;
}

function firstHost(rest: string): { start: number; end: number } | null {
  for (const { index, 0: matched } of rest.matchAll(hosts)) {
    // 「請到evil.example請」: what is said around it in Chinese is none of it.
    const lead = /^[^\p{ASCII}]+(?=[\x21-\x7e])(?!\.)/u.exec(matched)?.[0].length ?? 0;
    const tail = /(\.[\x21-\x7e]+)[^\p{ASCII}]+$/u.exec(matched);
    const host = matched.slice(lead, tail ? tail.index + (tail[1]?.length ?? 0) : matched.length);
    const start = index + lead;
    const end = start + host.length;
    if (isHost(host, /^[/?#]\S/.test(rest.slice(end, end + 2)))) return { start, end };
  }
  return null;
}

function keyOf(written: string): string {
  if (/^(?:tel|sms):/i.test(written)) return `tel:${written.replace(/\D+/g, "")}`;
  // What a port follows is a host.
  const [, scheme = "", rest = ""] =
    /^(?:([a-z][a-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$)))?(?:\/\/)?(.*)$/isu.exec(written) ?? [];
  const host = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const plain = `${host.toLowerCase().replace(/^www\./, "")}${rest.slice(host.length)}`.replace(/\/$/, "");
  return /^(?:https?|mailto)?$/i.test(scheme) ? plain : `${scheme.toLowerCase()}:${plain}`;
}
