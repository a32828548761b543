export type Device = { browser: string | null; system: string | null };

/** What a browser or a system says of itself, all of it somewhere. */
type Sign = [name: string, ...signs: RegExp[]];

// The first that matches counts: most browsers also name the ones they descend from.
const browsers: Sign[] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\b(OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["LINE", /\bLine\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ["Safari", /\bVersion\/\d/, /\bSafari\//],
];

const systems: Sign[] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows NT\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
];

/** Browser and system by their own names, enough for people to tell their devices apart; null where it doesn't show. */
export function describeUserAgent(userAgent: string): Device {
  const nameIn = (list: Sign[]) =>
    list.find(([, ...signs]) => signs.every((sign) => sign.test(userAgent)))?.[0] ?? null;
  return { browser: nameIn(browsers), system: nameIn(systems) };
}
