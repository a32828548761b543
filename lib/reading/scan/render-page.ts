import type { Pdfium } from "../pdf/pdfium";

/** Of fpdfview.h. */
const greyFormat = 1;
const greyFlag = 0x08;
const annotations = 0x01;
const white = 0xffffffff;

/** Dots to the inch, and no more of them in all than a page of A3 has. */
const dots = 200;
const mostPixels = 8_000_000;

/** A page as a grey PNM picture; null where it has no size or there is no room for it. */
export function renderPage(pdfium: Pdfium, page: number): Buffer | null {
  const [pageWidth, pageHeight] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
  if (!(pageWidth > 0 && pageHeight > 0)) return null;
  const scale = Math.min(dots / 72, Math.sqrt(mostPixels / (pageWidth * pageHeight)));
  const [width, height] = [pageWidth, pageHeight].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, greyFormat, 0, 0);
  if (bitmap === 0) return null;
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, greyFlag | annotations);
  const [from, stride] = [pdfium._FPDFBitmap_GetBuffer(bitmap), pdfium._FPDFBitmap_GetStride(bitmap)];
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
  const picture = Buffer.alloc(head.length + width * height);
  head.copy(picture);
  for (let row = 0; row < height; row++) {
    const line = pdfium.HEAPU8.subarray(from + row * stride, from + row * stride + width);
    picture.set(line, head.length + row * width);
  }
  pdfium._FPDFBitmap_Destroy(bitmap);
  return picture;
}
