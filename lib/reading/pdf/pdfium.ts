/** The functions of PDFium that we call, as its C headers (fpdfview.h, fpdf_text.h, fpdf_edit.h) name them. */
export type Pdfium = {
  HEAPU8: Uint8Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
  wasmExports: { malloc: (bytes: number) => number; free: (at: number) => void };
} & Record<PdfiumFunction, (...args: number[]) => number>;

const functions = [
  "_FPDF_LoadMemDocument",
  "_FPDF_GetLastError",
  "_FPDF_GetPageCount",
  "_FPDF_LoadPage",
  "_FPDF_ClosePage",
  "_FPDF_GetPageWidthF",
  "_FPDF_GetPageHeightF",
  "_FPDFPage_CountObjects",
  "_FPDFPage_GetObject",
  "_FPDFPageObj_GetType",
  "_FPDF_RenderPageBitmap",
  "_FPDFBitmap_CreateEx",
  "_FPDFBitmap_FillRect",
  "_FPDFBitmap_GetBuffer",
  "_FPDFBitmap_GetStride",
  "_FPDFBitmap_Destroy",
  "_FPDFText_LoadPage",
  "_FPDFText_ClosePage",
  "_FPDFText_CountChars",
  "_FPDFText_GetUnicode",
  "_FPDFText_GetLooseCharBox",
  "_FPDFText_GetCharOrigin",
  "_FPDFText_GetMatrix",
  "_FPDFText_GetFontSize",
  "_FPDFText_GetFontWeight",
  "_FPDFText_IsGenerated",
] as const;
type PdfiumFunction = (typeof functions)[number];

/**
 * Loads PDFium; no WebAssembly memory of this process grows past `mostBytes` afterwards: what asks for more is aborted.
 */
export async function loadPdfium(mostBytes: number, onFull: () => void): Promise<Pdfium> {
  capWasmMemory(mostBytes, onFull);
  const { PDFiumModule } = await import("@hyzyla/pdfium");
  const pdfium: unknown = await PDFiumModule({});
  if (!isPdfium(pdfium)) throw new Error("PDFium lacks a function that we call");
  pdfium._FPDF_InitLibrary?.();
  return pdfium;
}

/** The package's types know few of the functions that its module has: each one that `Pdfium` names is looked for. */
function isPdfium(module: unknown): module is Pdfium & { _FPDF_InitLibrary?: () => void } {
  if (typeof module !== "object" || module === null) return false;
  const has = (name: string) => typeof Reflect.get(module, name) === "function";
  return functions.every(has) && "HEAPU8" in module && "wasmExports" in module;
}

function capWasmMemory(mostBytes: number, onFull: () => void): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65_536 > mostBytes) {
      onFull();
      throw new RangeError("the memory's bound");
    }
    return grow.call(this, pages);
  };
}
