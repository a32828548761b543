import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findSystemChromium } from "../system-chromium.mjs";
import { pageCards } from "./page-cards.mjs";

// Draws from the mark what browsers and other sites want as pixels: app/favicon.ico, the icons of the manifest and the
// pictures of shared links. Run it after the mark, the words below or a page's title change:
// node scripts/generate/generate-pictures.mjs
const root = path.resolve(fileURLToPath(import.meta.url), "../../..");
const faviconSizes = [16, 32, 48];
const mark = await readFile(path.join(root, "app/icon.svg"), "utf8");
const shape = /<path d="[^"]+" \/>/.exec(mark)?.[0];
if (!shape) throw new Error("app/icon.svg holds no path");

const links = {
  "zh-TW": {
    title: "客人問，照你的文件答，<br>附上原文",
    file: "退貨與換貨",
    before: "七天猶豫期（鑑賞期）",
    quote: "收到商品的隔天起算 7 天內都能申請，退貨運費由茶行負擔。",
    question: "可以退貨嗎？",
    answer: "可以，收到商品的隔天起算 7 天內都能申請。",
    source: "「退貨與換貨」",
  },
  en: {
    title: "Customers ask.<br>Your documents answer.",
    file: "Returns and exchanges",
    before: "Seven days to decide",
    quote: "You have 7 days from the day after delivery, and we pay the postage.",
    question: "Can I return my order?",
    answer: "Yes. You have 7 days from the day after delivery.",
    source: "“Returns and exchanges”",
  },
};

const sheet = `
      body { width: 1200px; height: 630px; background: #f6f6f2; color: #1a2122; padding: 72px 72px 0; position: relative;
        font: 26px/38px ui-sans-serif, "Segoe UI", Roboto, "Noto Sans TC", "Noto Sans CJK TC", sans-serif; }
      :lang(en) { font-variant-east-asian: proportional-width; }
      .brand { display: flex; gap: 16px; align-items: center; font-weight: 600; font-size: 30px; }`;

const browser = await chromium.launch({
  executablePath: findSystemChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  const draw = async (width, height, html, lang = "en", transparent = false) => {
    await page.setViewportSize({ width, height });
    await page.setContent(
      `<!doctype html><html lang="${lang}"><style>*{margin:0;box-sizing:border-box}body{overflow:hidden}</style>${html}`,
    );
    return page.screenshot({ omitBackground: transparent });
  };
  const svg = (size, color) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}" fill="${color}" style="display:block">${shape}</svg>`;

  const favicons = [];
  for (const size of faviconSizes) favicons.push(await draw(size, size, svg(size, "#0d5a5b"), "en", true));
  await writeFile(path.join(root, "app/favicon.ico"), toIco(favicons));

  await mkdir(path.join(root, "public/pictures"), { recursive: true });
  for (const size of [192, 512]) {
    const inner = Math.round(size / 2 / 16) * 16;
    const png = await draw(
      size,
      size,
      `<body style="display:grid;place-items:center;height:100vh;background:#0d5a5b">${svg(inner, "#fefefc")}`,
    );
    await writeFile(path.join(root, `public/pictures/icon-${size}.png`), png);
  }
  for (const [lang, words] of Object.entries(links))
    await writeFile(
      path.join(root, `public/pictures/link-${lang}.png`),
      await draw(1200, 630, linkPicture(words), lang),
    );
  for (const { file, lang, ...words } of pageCards)
    await writeFile(
      path.join(root, "public/pictures", file),
      await draw(1200, 630, cardPicture(words), lang),
    );

  function cardPicture({ title, description }) {
    return `<style>${sheet}
      .mark { position: absolute; right: 8px; top: -96px; opacity: 0.08; }
      h1 { font-size: 84px; line-height: 100px; font-weight: 600; margin: 110px 0 32px; max-width: 980px; text-wrap: balance; }
      .what { font-size: 34px; line-height: 52px; max-width: 900px; color: #485153; text-wrap: pretty; }
      .line { position: absolute; left: 0; bottom: 0; width: 100%; height: 14px; background: #0d5a5b; }
    </style>
    <div class="brand">${svg(40, "#0d5a5b")}<span>Dawen <span lang="zh-TW">答問</span></span></div>
    <h1>${title}</h1><p class="what">${description}</p>
    <div class="mark">${svg(320, "#0d5a5b")}</div><div class="line"></div>`;
  }

  function linkPicture(words) {
    return `<style>${sheet}
      h1 { font-size: 60px; line-height: 76px; font-weight: 600; margin: 28px 0 48px; }
      .row { display: grid; grid-template-columns: 1fr 470px; gap: 40px; align-items: start; }
      .card { background: #fefefc; border: 2px solid #dcded6; border-radius: 18px; padding: 28px 32px 60px; }
      .soft { color: #485153; font-size: 22px; }
      mark { background: #fbeeb2; color: inherit; border-radius: 4px; padding: 2px 0; }
      .bubble { border-radius: 22px; padding: 12px 22px; width: fit-content; max-width: 420px; }
      .asked { background: #0d5a5b; color: #fff; margin: 0 0 16px auto; }
      .said { background: #ecede7; }
      .chip { border: 2px solid #84898a; border-radius: 99px; font-size: 20px; line-height: 30px; padding: 2px 16px;
        width: fit-content; margin-top: 14px; }
    </style>
    <div class="brand">${svg(40, "#0d5a5b")}<span>Dawen <span lang="zh-TW">答問</span></span></div>
    <h1>${words.title}</h1>
    <div class="row">
      <div class="card" style="padding-bottom:140px"><p style="font-weight:600">${words.file}</p><p class="soft" style="margin:6px 0 14px">${words.before}</p>
        <p><mark>${words.quote}</mark></p></div>
      <div class="card" style="padding-bottom:80px"><p class="bubble asked">${words.question}</p><p class="bubble said">${words.answer}</p>
        <p class="chip">${words.source}</p></div>
    </div>`;
  }
} finally {
  await browser.close();
}

/** An ICO file that holds PNG pictures, as every browser of the last fifteen years reads it. */
function toIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(picture.readUInt32BE(16), at);
    head.writeUInt8(picture.readUInt32BE(20), at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}
