import { deflateSync } from "node:zlib";

/** A line of text; lengths are points from the page's left and bottom. */
export type PdfLine = { x: number; y: number; text: string; size?: number };

type PdfOptions = {
  /** The content of the pages instead of lines, as PDF writes it. */
  content?: Buffer;
  /** Draws a picture over each page, or over those of them, counted from 0. */
  isScan?: boolean | ((page: number) => boolean);
  /** That picture; else a black dot. */
  picture?: GreyPicture;
};

/** A byte a dot, row by row from the top. */
export type GreyPicture = { width: number; height: number; dots: Buffer };

/** A4 pages with these lines, in a Chinese font that isn't in the file. */
export function pdfFile(
  pages: readonly (readonly PdfLine[])[],
  { content, isScan = false, picture: shown = blackDot }: PdfOptions = {},
): Buffer {
  const objects: Buffer[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${7 + at * 2} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/MSung-Light/Encoding/UniCNS-UTF16-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/MSung-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(CNS1)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[1[500] 2 98 500 13648 13742 500]>>",
    "<</Type/FontDescriptor/FontName/MSung-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>",
  ].map((text) => Buffer.from(text));
  objects.push(
    streamOf(
      `/Type/XObject/Subtype/Image/Width ${shown.width}/Height ${shown.height}/ColorSpace/DeviceGray/BitsPerComponent 8`,
      shown.dots,
    ),
  );
  for (const [at, lines] of pages.entries()) {
    const isCovered = typeof isScan === "function" ? isScan(at) : isScan;
    const picture = isCovered ? "q 595 0 0 842 0 0 cm /I Do Q\n" : "";
    const drawn = content ?? Buffer.from(picture + lines.map(drawLine).join("\n"));
    objects.push(
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${8 + at * 2} 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>>>`,
      ),
      streamOf("", drawn),
    );
  }
  return writeObjects(objects);
}

const blackDot: GreyPicture = { width: 1, height: 1, dots: Buffer.from("0") };

function streamOf(about: string, content: Buffer): Buffer {
  const stream = deflateSync(content);
  const head = `<<${about}/Filter/FlateDecode/Length ${stream.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), stream, Buffer.from("\nendstream")]);
}

function drawLine({ x, y, text, size = 12 }: PdfLine): string {
  const hex = Buffer.from(text, "utf16le").swap16().toString("hex");
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`;
}

function writeObjects(objects: readonly Buffer[]): Buffer {
  const pieces: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const start = length;
  add(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}
