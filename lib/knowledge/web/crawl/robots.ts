import { matchesPath } from "@/lib/knowledge/web/path-pattern";

type Rule = { pattern: string; isAllowed: boolean };

export type Robots = {
  /** @param path with its query */
  allows: (path: string) => boolean;
  /** Seconds from one page to the next; 0 where nothing is said. */
  delaySeconds: number;
  sitemaps: string[];
};

/** What is read of a robots.txt: characters of it, and of the rules for us; how many sitemaps. */
const bounds = { text: 500_000, rules: 40_000, pattern: 1_000, sitemaps: 20 } as const;
const ourName = "dawen";

/**
 * What a robots.txt says to us: the groups that name us, else those for everybody. Source: RFC 9309;
 * `Crawl-delay` by custom.
 */
export function readRobots(text: string): Robots {
  const groups = { ours: newGroup(), all: newGroup() };
  const sitemaps: string[] = [];
  /** Whom the rules that follow are for. */
  let forUs = false;
  let forAll = false;
  let isNaming = false;
  for (const line of text.slice(0, bounds.text).split(/\r\n|[\r\n]/)) {
    const [name = "", value = ""] = readLine(line);
    if (name === "sitemap") {
      if (value !== "" && sitemaps.length < bounds.sitemaps) sitemaps.push(value);
    } else if (name === "user-agent") {
      if (!isNaming) forUs = forAll = false;
      isNaming = true;
      forUs ||= value.toLowerCase().split("/", 1)[0] === ourName;
      forAll ||= value === "*";
    } else if (name !== "") {
      isNaming = false;
      if (forUs) addRule(groups.ours, name, value);
      if (forAll) addRule(groups.all, name, value);
    }
  }
  const group = groups.ours.isNamed ? groups.ours : groups.all;
  return {
    allows: (path) => isAllowed(group.rules, path),
    delaySeconds: group.delaySeconds,
    sitemaps,
  };
}

/** Where there is no robots.txt. */
export const noRobots: Robots = { allows: () => true, delaySeconds: 0, sitemaps: [] };

type Group = { rules: Rule[]; length: number; delaySeconds: number; isNamed: boolean };

function newGroup(): Group {
  return { rules: [], length: 0, delaySeconds: 0, isNamed: false };
}

function readLine(line: string): [name: string, value: string] | [] {
  const told = line.split("#", 1)[0] ?? "";
  const colon = told.indexOf(":");
  if (colon < 0) return [];
  return [told.slice(0, colon).trim().toLowerCase(), told.slice(colon + 1).trim()];
}

function addRule(group: Group, name: string, value: string): void {
  group.isNamed = true;
  if (name === "crawl-delay") {
    const seconds = Number(value);
    if (Number.isFinite(seconds) && seconds > 0) group.delaySeconds = Math.min(seconds, 3_600);
    return;
  }
  if (name !== "allow" && name !== "disallow") return;
  // An empty one says nothing.
  if (value === "" || value.length > bounds.pattern || group.length + value.length > bounds.rules) return;
  group.length += value.length;
  group.rules.push({ pattern: encoded(value), isAllowed: name === "allow" });
}

/** Other letters than ASCII as they stand in an address. */
function encoded(pattern: string): string {
  return pattern.replace(/[^\x21-\x7e]+/gu, (letters) => encodeURIComponent(letters.toWellFormed()));
}

/** The longest pattern that matches decides, of equals the one that allows. */
function isAllowed(rules: readonly Rule[], path: string): boolean {
  let best: Rule | undefined;
  for (const rule of rules) {
    const isBetter =
      !best ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.isAllowed);
    if (isBetter && matchesPath(rule.pattern, path)) best = rule;
  }
  return best?.isAllowed ?? true;
}
