import type { Archive } from "../open-archive";
import type { OnProgress, Read } from "../reading";
import { writeSlide } from "./write-slide";

/**
 * The slides of a presentation in the order in which they are shown; those that are hidden are left out, and
 * speakers' notes.
 */
export async function readSlides(archive: Archive, onProgress: OnProgress): Promise<Read> {
  const names = await slideNames(archive);
  const parts: Read["parts"] = [];
  for (const [index, name] of names.entries()) {
    const xml = String((await archive.read(name)) ?? "");
    const isHidden = /<p:sld\b[^>]{0,2000}\sshow="(?:0|false)"/.test(xml.slice(0, 5_000));
    const text = isHidden ? "" : writeSlide(xml);
    if (text) parts.push({ text, page: index + 1 });
    onProgress(index + 1, names.length);
  }
  return { parts };
}

/** As ppt/presentation.xml lists them; without a list in the order of their numbers. */
async function slideNames(archive: Archive): Promise<string[]> {
  const list = String((await archive.read("ppt/presentation.xml")) ?? "");
  const relations = String((await archive.read("ppt/_rels/presentation.xml.rels")) ?? "");
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]{1,2000}>/g)) {
    const id = /\sId="([^"]{1,200})"/.exec(tag)?.[1];
    const target = /\sTarget="([^"]{1,500})"/.exec(tag)?.[1];
    if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : `ppt/${target}`);
  }
  const listed = Array.from(list.matchAll(/<p:sldId\b[^>]{0,500}\sr:id="([^"]{1,200})"/g), ([, id = ""]) =>
    targets.get(id),
  ).flatMap((name) => (name && archive.names.includes(name) ? [name] : []));
  if (listed.length > 0) return listed;
  const numberOf = (name: string) => Number(/(\d{1,6})\.xml$/.exec(name)?.[1] ?? 0);
  return archive.names
    .filter((name) => /^ppt\/slides\/slide\d{1,6}\.xml$/.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b));
}
