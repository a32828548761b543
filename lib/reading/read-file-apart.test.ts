import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { docxFile, pptxFile, xlsxFile } from "@/test/files/office-files";
import { type PdfLine, pdfFile } from "@/test/files/pdf-file";
import { zipFile } from "@/test/files/zip-file";
import { readFileApart } from "./read-file-apart";

// Each file is read by a process of its own, as in the product.
let dir: string;
let reader: string;
beforeAll(async () => {
  // Below node_modules: the reader takes its packages from there.
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/reader-"));
  reader = path.join(dir, "reader.mjs");
  await buildProgram("reader", { root: process.cwd(), outfile: reader });
});
afterAll(() => rm(dir, { recursive: true }));

async function read(
  name: string,
  content: Buffer | string,
  options: Partial<Parameters<typeof readFileApart>[1]> = {},
) {
  const file = path.join(await mkdtemp(path.join(dir, "file-")), name);
  await writeFile(file, content);
  return readFileApart(file, { reader, ...options });
}
const textOf = async (name: string, content: Buffer | string) =>
  (await read(name, content)).parts.map(({ text }) => text).join("\n===\n");
const faultOf = async (name: string, content: Buffer | string) => (await read(name, content)).fault;

const paragraph = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
const lines = (texts: readonly string[], about: Partial<PdfLine> = {}): PdfLine[] =>
  texts.map((text, at) => ({ x: 72, y: 700 - at * 18, text, ...about }));

describe("texts", { timeout: 180_000 }, () => {
  it("are told by their content, in the encodings of Taiwan", async () => {
    const said = "本店七天內可以退貨，請保留發票。堃喆①\n第二行";
    for (const encoding of ["utf-8", "big5-hkscs", "utf-16le", "utf-16be"]) {
      const bytes = iconv.encode(said, encoding, { addBOM: encoding.startsWith("utf-16") });
      expect(await textOf("退貨.txt", bytes)).toBe(said);
    }
    const read16 = await read("hours.txt", iconv.encode("Open at 9:00, 晚上九點關門", "utf-16le"));
    expect(read16).toMatchObject({
      type: "text",
      title: "hours",
      parts: [{ text: "Open at 9:00, 晚上九點關門" }],
    });
  });

  it("are read in the encoding that somebody says", async () => {
    const bytes = iconv.encode("退貨", "gb18030");
    expect((await read("a.txt", bytes, { encoding: "gb18030" })).parts).toEqual([{ text: "退貨" }]);
  });

  it("become tables when they are some", async () => {
    const table = "| 品名 | 價格 |\n| --- | --- |\n| 珍珠奶茶 | 60 |\n| 紅茶, 大 | 30\\|35 |";
    expect(
      await textOf("a.csv", iconv.encode('品名,價格\r\n珍珠奶茶,60\r\n\r\n"紅茶, 大",30|35\r\n', "big5")),
    ).toBe(table);
    expect(await textOf("a.xls", "品名\t價格\n珍珠奶茶\t60\n紅茶, 大\t30|35\n")).toBe(table);
    expect(await textOf("a.csv", "sep=;\n品名;價格\n珍珠奶茶;60\n紅茶, 大;30|35")).toBe(table);
    expect(await textOf("a.csv", "房型,早鳥,,原價\n,平日,假日,\n單人房,1200,1500,1800\n")).toBe(
      "| 房型 | 早鳥 平日 | 早鳥 假日 | 原價 |\n| --- | --- | --- | --- |\n| 單人房 | 1200 | 1500 | 1800 |",
    );
  });

  it("are pages of the web without what is around them, whatever is folded away opened", async () => {
    const html = `<!doctype html><meta charset=big5><title>常見問題</title><nav>首頁</nav><header>選單<h1>常見問題</h1></header>
      <form><details><summary>可以退貨嗎？</summary><p>七天內可以。</p></details>
      <button aria-expanded=false>運費多少？</button><div hidden>滿千<b>免運</b>。<a href="javascript:x()">看</a></div>
      <table><tr><td>品名<td>價格<tr><td>茶<td>3*4*5</table></form><div class="cookie-bar">我們使用 cookie</div><footer>版權</footer>
      <script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"name":"幾點開門？","acceptedAnswer":{"text":"<p>九點</p>"}}]}</script>`;
    const reading = await read("faq.html", iconv.encode(html, "big5"));
    expect(reading).toMatchObject({ type: "html", title: "常見問題" });
    expect(reading.parts[0]?.text).toBe(
      "# 常見問題\n\n### 可以退貨嗎？\n\n七天內可以。\n\n### 運費多少？\n\n滿千**免運**。看\n\n| 品名 | 價格 |\n| - | - |\n| 茶 | 3\\*4\\*5 |\n\nQ：幾點開門？\nA：九點",
    );
  });
});

describe("Office files", { timeout: 180_000 }, () => {
  it("give their headings, lists and tables", async () => {
    const body = `${paragraph("退換貨", "Heading1")}${paragraph("七天內可以退貨。")}<w:tbl><w:tr>${cell("方式")}${cell("運費")}</w:tr><w:tr>${cell("宅配")}${cell("120")}</w:tr></w:tbl>`;
    expect(await read("a.docx", docxFile(body))).toMatchObject({
      type: "docx",
      parts: [{ text: "# 退換貨\n\n七天內可以退貨。\n\n| 方式 | 運費 |\n| - | - |\n| 宅配 | 120 |" }],
    });
  });

  it("are told by their content, whatever they are called", async () => {
    expect(await read("a.pdf", docxFile(paragraph("七天內可以退貨。")))).toMatchObject({ type: "docx" });
  });

  it("give what a spreadsheet shows: results, dates, merged heads", async () => {
    const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row r="1">${text("A1", "茶葉價目表")}</row>
      <row r="3">${text("A3", "品名")}${text("B3", "價格")}<c r="C3"/>${text("D3", "上市")}</row>
      <row r="4"><c r="A4"/>${text("B4", "小")}${text("C4", "大")}<c r="D4"/></row>
      <row r="5">${text("A5", "紅茶")}<c r="B5" s="2"><f>20+1010</f><v>1030</v></c><c r="C5" s="3"><v>0.85</v></c><c r="D5" s="1"><v>42328</v></c></row>`;
    const file = xlsxFile(rows, {
      workbook: '<workbookPr date1904="1"/>',
      after:
        '<mergeCells count="3"><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:D4"/></mergeCells>',
      styles:
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs>',
    });
    const reading = await read("價目.xlsx", file);
    expect(reading.parts).toEqual([
      {
        sheet: "價目",
        text: "## 茶葉價目表\n\n| 品名 | 價格 小 | 價格 大 | 上市 |\n| --- | --- | --- | --- |\n| 紅茶 | 1,030 | 85% | 2019-11-21 |",
      },
    ]);
  });

  it("give slides in the order in which they are shown", async () => {
    const shape = (text: string, place = "") =>
      `<p:sp><p:nvSpPr><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const file = pptxFile([
      shape("滿千免運 &amp; 自取") +
        shape("運費", '<p:ph type="title"/>') +
        shape("1", '<p:ph type="sldNum"/>'),
      shape("七天內可以退貨"),
    ]);
    expect((await read("a.pptx", file)).parts).toEqual([
      { page: 1, text: "# 運費\n\n滿千免運 & 自取" },
      { page: 2, text: "七天內可以退貨" },
    ]);
  });

  it("are read from an archive, each as a file of its own", async () => {
    const file = zipFile([
      { name: "說明/退貨.docx", content: docxFile(paragraph("七天內可以退貨。")) },
      { name: "__MACOSX/._a", content: "x" },
      { name: "b.zip", content: zipFile([{ name: "a.txt", content: "x" }]) },
      { name: "c.txt", content: "滿千免運" },
    ]);
    const reading = await read("all.zip", file);
    expect(reading.parts).toEqual([
      { entry: "說明/退貨.docx", text: "七天內可以退貨。" },
      { entry: "c.txt", text: "滿千免運" },
    ]);
    expect(reading.notes).toEqual([{ fault: "nested_zip", entry: "b.zip" }]);
  });

  it("have names that a database can hold and nothing turns round", async () => {
    const file = zipFile([
      { name: "退\0貨\u202e.txt", content: "七天內可以退貨。" },
      { name: "壞\0\u2066.zip", content: zipFile([{ name: "a.txt", content: "x" }]) },
    ]);
    const reading = await read("all.zip", file);
    expect(reading.parts).toEqual([{ text: "七天內可以退貨。", entry: "退貨.txt" }]);
    expect(reading.notes).toEqual([{ fault: "nested_zip", entry: "壞.zip" }]);
  });
});

describe("PDFs", { timeout: 180_000 }, () => {
  // PDFium takes a text that comes again for its shadow where its font isn't in the file: each line is another one.
  const [first, second] = [
    "第一行寫滿了整個寬度所以下一行還是同一段的文字",
    "第二行也寫滿了整個寬度所以還要再接著寫到下一行",
  ];

  it("give headings, and paragraphs whose lines are joined, page by page without heads and page numbers", async () => {
    const page = (number: number): PdfLine[] => [
      { x: 72, y: 810, text: `山茶行 ${number}` },
      { x: 290, y: 40, text: `- ${number} -` },
      { x: 72, y: 735, text: `第${number}節`, size: 20 },
      ...lines([first, second, "到這裡為止。"]),
      ...lines(["短句。", "另一句。"], {}).map((line) => ({ ...line, y: line.y - 120 })),
    ];
    const reading = await read("a.pdf", pdfFile([page(1), page(2), page(3)]));
    expect(reading.parts).toEqual(
      [1, 2, 3].map((number) => ({
        page: number,
        text: `# 第${number}節\n\n${first}${second}到這裡為止。\n\n短句。\n\n另一句。`,
      })),
    );
  });

  it("give short words below each other as lines, not as vertical text", async () => {
    const words = ["60", "80", "120", "60"];
    expect((await textOf("a.pdf", pdfFile([lines(words)]))).split("\n\n")).toEqual(words);
  });

  it("give tables with the wrapped lines of a cell, and columns one after the other", async () => {
    const table = [
      ["方式", "運費", "說明"],
      ["宅配", "120", "一到兩天到貨"],
      ["自取", "免費", "請先來電"],
    ].flatMap((row, at) => row.map((text, column) => ({ x: 72 + column * 150, y: 700 - at * 30, text })));
    expect(await textOf("t.pdf", pdfFile([table]))).toBe(
      "| 方式 | 運費 | 說明 |\n| --- | --- | --- |\n| 宅配 | 120 | 一到兩天到貨 |\n| 自取 | 免費 | 請先來電 |",
    );
    const texts = (mark: string) =>
      Array.from({ length: 6 }, (_, at) => `${mark}${at}欄的文字一直寫到欄位右邊為止不`);
    const across = texts("左").flatMap((left, at): PdfLine[] => [
      { x: 60, y: 700 - at * 18, text: left },
      { x: 320, y: 700 - at * 18, text: texts("右")[at] ?? "" },
    ]);
    const text = (await textOf("c.pdf", pdfFile([across]))).replace(/\s/g, "");
    expect(text).toBe([...texts("左"), ...texts("右")].join(""));
    const narrow = [
      ["點數每年三月更新一次，", "宅配要兩到三天，外島要"],
      ["更新之前，點數都能折抵", "五到七天，遇颱風會順延"],
      ["消費，最多折抵到總額的", "。運費本島八十元，外島"],
      ["兩成，不能換成現金的。", "另計，滿兩千元免運費。"],
    ];
    const cells = narrow.flatMap((row, at) =>
      row.map((part, column): PdfLine => ({ x: 60 + column * 200, y: 700 - at * 18, text: part })),
    );
    expect((await textOf("n.pdf", pdfFile([cells]))).replace(/\s/g, "")).toBe(
      [0, 1].flatMap((column) => narrow.map((row) => row[column])).join(""),
    );
  });

  it("say which pages are scanned", async () => {
    expect(await faultOf("scan.pdf", pdfFile([[]], { isScan: true }))).toBe("scanned");
    expect(await faultOf("blank.pdf", pdfFile([[]]))).toBe("no_text");
    const reading = await read("half.pdf", pdfFile([lines(["七天內可以退貨。"]), []]));
    expect(reading).toMatchObject({ parts: [{ page: 1 }], notes: [{ fault: "no_text", page: 2 }] });
  });

  it("tell how far they are", async () => {
    const seen: [number, number][] = [];
    const pages = Array.from({ length: 30 }, (_, at) => lines([`第${at}頁的內容`]));
    await read("a.pdf", pdfFile(pages), { onProgress: (done, of) => seen.push([done, of]) });
    expect(seen).toEqual([
      [10, 30],
      [20, 30],
      [30, 30],
    ]);
  });
});

describe("what can't be read", { timeout: 240_000 }, () => {
  it("is named: nothing in it, broken, another thing than its name says", async () => {
    expect(await faultOf("a.pdf", "")).toBe("empty");
    expect(await faultOf("a.txt", " \n ")).toBe("no_text");
    expect(await faultOf("a.pdf", "<!DOCTYPE html><html><body>請登入</body></html>")).toBe("not_its_name");
    expect(await faultOf("a.pdf", "%PDF-1.7\nnothing of a PDF")).toBe("broken");
    expect(await faultOf("a.docx", docxFile(paragraph("退貨")).subarray(0, 600))).toBe("broken");
    expect(await faultOf("a.png", Buffer.from("89504e470d0a1a0a0000", "hex"))).toBe("picture");
    expect(await faultOf("a.rtf", "{\\rtf1 hello}")).toBe("unsupported");
    expect(await faultOf("a.bin", Buffer.from(Array.from({ length: 999 }, (_, at) => at % 7)))).toBe(
      "unsupported",
    );
  });

  it("is named: locked", async () => {
    expect(await faultOf("a.zip", zipFile([{ name: "a.txt", content: "x", isEncrypted: true }]))).toBe(
      "encrypted",
    );
    const ole = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(1_000),
      Buffer.from("EncryptedPackage\0", "utf16le"),
    ]);
    expect(await faultOf("a.docx", ole)).toBe("encrypted");
  });

  it("is named: bombs", async () => {
    const zeros = Buffer.alloc(70_000_000);
    expect(await faultOf("a.zip", zipFile([{ name: "a.txt", content: zeros }]))).toBe("too_much_unpacked");
    expect(await faultOf("a.docx", docxFile(" ".repeat(70_000_000)))).toBe("too_much_unpacked");
    // Its list says that it is small.
    const liar = zipFile([{ name: "a.txt", content: zeros, saysBytes: 1_000 }]);
    expect(await faultOf("a.zip", liar)).toBe("broken");
    const many = Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}.txt`, content: "x" }));
    expect(await faultOf("a.zip", zipFile(many))).toBe("too_many_entries");
    const inner = zipFile([{ name: "a.txt", content: "x" }]);
    expect(await faultOf("a.zip", zipFile([{ name: "b.zip", content: inner }]))).toBe("nested_zip");
    expect(await faultOf("a.pdf", pdfFile([[]], { content: Buffer.alloc(600_000_000, " ") }))).toBe(
      "too_much_memory",
    );
  });

  it("is named: tables and texts without end", async () => {
    const empty = Array.from({ length: 2_000_000 }, (_, at) => `<row r="${at + 1}"/>`).join("");
    expect(await faultOf("a.xlsx", xlsxFile(empty))).toBe("no_text");
    const cells = Array.from({ length: 300_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"/></row>`);
    expect(await faultOf("b.xlsx", xlsxFile(cells.join("")))).toBe("too_many_rows");
    expect(await faultOf("a.csv", `a,b\n${"x".repeat(50_000_000)}`)).toBe("line_too_long");
    expect(await faultOf("a.txt", "退貨\n".repeat(2_000_000))).toBe("too_long");
    expect(await faultOf("a.html", "<div>".repeat(100_000))).toBe("broken");
    const file = path.join(dir, "large.pdf");
    await writeFile(file, "%PDF-1.7\n");
    await truncate(file, 200_000_000);
    expect((await readFileApart(file, { reader })).fault).toBe("too_large");
  });

  it("is named: more memory than there may be, with the process gone", async () => {
    const reading = await read("a.docx", docxFile(paragraph("退貨").repeat(150_000)), { heapMiB: 100 });
    expect(reading).toMatchObject({ type: "docx", fault: "too_much_memory", parts: [] });
  });

  it("ends when nobody wants it any more", async () => {
    const leaves = new AbortController();
    const reading = read("a.docx", docxFile(paragraph("退貨").repeat(200_000)), { signal: leaves.signal });
    setTimeout(() => leaves.abort(new Error("no longer wanted")), 300);
    await expect(reading).rejects.toThrow("no longer wanted");
  });
});
