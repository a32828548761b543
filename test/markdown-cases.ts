/** An element as a test sees it. */
export type Made = [tag: string, attributes: Record<string, string>, ...children: (Made | string)[]];

const link = (href: string, ...children: (Made | string)[]): Made => [
  "a",
  { href, target: "_blank", rel: "noopener noreferrer" },
  ...children,
];
const p = (...children: (Made | string)[]): Made => ["p", {}, ...children];
const ul = (...items: Made[]): Made => ["ul", {}, ...items];
const ol = (start: string, ...items: Made[]): Made => ["ol", { start }, ...items];
const li = (...children: (Made | string)[]): Made => ["li", {}, ...children];
const strong = (...children: (Made | string)[]): Made => ["strong", {}, ...children];
const em = (...children: (Made | string)[]): Made => ["em", {}, ...children];
const code = (text: string): Made => ["code", {}, text];
const pre = (text: string): Made => ["pre", { tabindex: "0" }, code(text)];
const br: Made = ["br", {}];
const row = (tag: "th" | "td", ...cells: string[]): Made => [
  "tr",
  {},
  ...cells.map((cell): Made => (cell ? [tag, {}, cell] : [tag, {}])),
];
const table = (...rows: Made[]): Made => ["table", { tabindex: "0" }, ["tbody", {}, ...rows]];

/** What is said, and what every screen of ours makes of it: the widget's renderer and the staff's are held to these. */
export const markdownCases: [source: string, made: Made[]][] = [
  [" \n\n", []],
  ["一\r\n二\n\n\n三", [p("一", br, "二"), p("三")]],
  [
    "步驟:\n3. 甲\n4. **乙**\n- 丙\n* 丁",
    [p("步驟:"), ol("3", li("甲"), li(strong("乙"))), ul(li("丙"), li("丁"))],
  ],
  ["1. 甲\n\n2. 乙\n\n後記\n\n1. 丙", [ol("1", li("甲"), li("乙")), p("後記"), ol("1", li("丙"))]],
  ["- 甲\n  - 乙\n  - 丙\n- 丁", [ul(li("甲", ul(li("乙"), li("丙"))), li("丁"))]],
  ["1. 甲\n   - 乙\n2. 丙", [ol("1", li("甲", ul(li("乙"))), li("丙"))]],
  ["- 甲\n乙\n\n  丙\n\n丁", [ul(li("甲", br, "乙", p("丙"))), p("丁")]],
  ["## 標題\n內文", [p(strong("標題")), p("內文")]],
  ["**退貨:**用 `A*B` 或 **`x`**", [p(strong("退貨:"), "用 ", code("A*B"), " 或 ", strong(code("x")))]],
  [
    "**「甲」**乙，*丙*丁，**甲 *乙* 丙**",
    [p(strong("「甲」"), "乙，", em("丙"), "丁，", strong("甲 ", em("乙"), " 丙"))],
  ],
  ["5*3*2 A*B*C 長*寬*高 3 * 4 * 5", [p("5*3*2 A*B*C 長*寬*高 3 * 4 * 5")]],
  ["\\*甲\\* \\[乙\\]", [p("*甲* [乙]")]],
  ["一\n```js\n**a**\n\n- b\n```\nb", [p("一"), pre("**a**\n\n- b"), p("b")]],
  ["```\n<b>", [pre("<b>")]],
  [
    "費用：\n\n| 項目 | 費用 |\n|---|:-:|\n| 洗\\|牙 | 900 |\n| 掛號 | |\n\n完",
    [
      p("費用："),
      table(row("th", "項目", "費用"), row("td", "洗|牙", "900"), row("td", "掛號", "")),
      p("完"),
    ],
  ],
  ["| 甲 | 乙 |\n| 丙 | 丁 |", [table(row("td", "甲", "乙"), row("td", "丙", "丁"))]],
  ["甲 | 乙", [p("甲 | 乙")]],
  [
    "[官網](https://a.tw/x?y=1)[信](mailto:a@b.tw)[**電話**](tel:+886212345678)",
    [
      p(
        link("https://a.tw/x?y=1", "官網"),
        link("mailto:a@b.tw", "信"),
        link("tel:+886212345678", strong("電話")),
      ),
    ],
  ],
  ["[圖](https://a.tw/x(1))", [p(link("https://a.tw/x(1)", "圖"))]],
  [
    "請看https://a.tw/b_c,謝謝。(http://b.tw/).",
    [
      p(
        "請看",
        link("https://a.tw/b_c", "https://a.tw/b_c"),
        ",謝謝。(",
        link("http://b.tw/", "http://b.tw/"),
        ").",
      ),
    ],
  ],
  ...[
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert)",
    "[x](data:text/html,hi)",
    "[x](/relative)",
    "[x](//host/path)",
    "![x](cid:1)",
    "<img src=x onerror=alert(1)>",
    "&amp; &lt;b&gt;",
    "[註] 好 [1]",
    "**沒有結尾",
    "~~甲~~",
    "`",
    "#標題",
    "-5 度",
  ].map((typed): [string, Made[]] => [typed, [p(typed)]]),
];
