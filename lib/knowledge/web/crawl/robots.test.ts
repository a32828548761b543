import { expect, it } from "vitest";
import { readRobots } from "./robots";

const text = `# everybody
User-agent: *
Disallow: /private
Allow: /private/open
Crawl-delay: 1

User-agent: OtherBot
User-agent: Dawen/1.0
Disallow: /ours   # not for us
Disallow: /找*
Crawl-delay: 4
Sitemap: https://shop.example/sitemap.xml
`;

it("has the group that names us, and no other then", () => {
  const robots = readRobots(text);
  expect(["/ours/a", "/private", "/%E6%89%BE/x", "/"].map(robots.allows)).toEqual([false, true, false, true]);
  expect([robots.delaySeconds, robots.sitemaps]).toEqual([4, ["https://shop.example/sitemap.xml"]]);
});

it("has the group for everybody where none names us; the longest rule decides", () => {
  const robots = readRobots(text.replace("Dawen", "Somebody"));
  expect(["/private/a", "/private/open/a", "/ours"].map(robots.allows)).toEqual([false, true, true]);
  expect(robots.delaySeconds).toBe(1);
});

it("allows everything where it says nothing, or only an empty rule", () => {
  expect(readRobots("").allows("/a")).toBe(true);
  expect(readRobots("User-agent: *\nDisallow:\n").allows("/a")).toBe(true);
});

it("is for whoever its group names, however many they are, and begins anew behind the first rule", () => {
  const robots = readRobots(
    "User-agent: a\nUser-agent: *\nUser-agent: b\nDisallow: /all\nUser-agent: c\nDisallow: /c\n",
  );
  expect(["/all", "/c"].map(robots.allows)).toEqual([false, true]);
});

// Half a minute when each rule looked through all names of its group.
it("is read at once however many names and rules it has", { timeout: 10_000 }, () => {
  const named = `${"User-agent: a\n".repeat(17_000)}User-agent: *\n${"Allow: /\n".repeat(27_000)}`;
  expect(readRobots(named).allows("/a")).toBe(true);
});
