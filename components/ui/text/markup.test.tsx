import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Markup } from "./markup";

const show = (text: string) => renderToStaticMarkup(<Markup text={text} />).replace(/ class="[^"]*"/g, "");

it("shows what was said as a visitor sees it, and makes nothing of a tag", () => {
  expect(show("**退貨**：見 [說明](https://tea.example/a)\n- 甲\n- <b>乙</b>")).toBe(
    '<div><p><strong>退貨</strong>：見 <a href="https://tea.example/a" target="_blank" rel="noopener noreferrer">說明</a></p>' +
      "<ul><li>甲</li><li>&lt;b&gt;乙&lt;/b&gt;</li></ul></div>",
  );
  expect(show("3. 甲\n\n| 乙 |\n|---|\n| 丙 |")).toBe(
    '<div><ol start="3"><li>甲</li></ol><table tabindex="0"><tbody><tr><th>乙</th></tr><tr><td>丙</td></tr></tbody></table></div>',
  );
  expect(show("[x](javascript:alert(1))")).toBe("<div><p>[x](javascript:alert(1))</p></div>");
});
