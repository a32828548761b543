import { expect, it } from "vitest";
import { stripScripts } from "./strip-scripts";

it("takes scripts and what is fetched for them out, and leaves the rest as it is", () => {
  const page = (head: string, body: string) =>
    `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
  const style = '<link rel="stylesheet" href="/a.css" data-precedence="next"/>';
  const data = '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>';
  const own = '<script src="/site.js" data-site="" defer=""></script>';
  const text = "<p>a &lt;script&gt; b</p>";
  expect(
    stripScripts(
      page(
        `<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>${style}<script src="/a.js" async=""></script>`,
        `${data}${text}<script nonce="x">self.__next_f.push([1,"\\u003cp>"])</script>${own}<script>$RC=1</script>`,
      ),
    ),
  ).toBe(page(style, data + text + own));
});

it.each(["", "no tag", "<p>x</p>", "<script", "<script>never ended", "a<link", "<"])("leaves %j", (html) => {
  expect(stripScripts(html)).toBe(html);
});
