/** What we use of packages that bring no types. */

declare module "yauzl" {
  import type { Readable } from "node:stream";

  namespace yauzl {
    type Entry = {
      /** Bytes, as `decodeStrings` is false. */
      fileName: Buffer;
      generalPurposeBitFlag: number;
      uncompressedSize: number;
      isEncrypted: () => boolean;
    };
    type ZipFile = {
      entryCount: number;
      eachEntry: () => AsyncIterable<Entry>;
      openReadStreamPromise: (entry: Entry) => Promise<Readable>;
    };
    function fromBufferPromise(
      bytes: Buffer,
      options: { decodeStrings: false; validateEntrySizes: boolean },
    ): Promise<ZipFile>;
  }
  export default yauzl;
}

declare module "papaparse" {
  const papaparse: {
    parse: (
      text: string,
      options: { delimiter?: string; preview?: number; skipEmptyLines?: false },
    ) => { data: string[][]; errors: { code: string; row?: number }[] };
  };
  export default papaparse;
}

declare module "word-extractor" {
  type Extracted = {
    getBody: () => string;
    getFootnotes: () => string;
    getEndnotes: () => string;
    getTextboxes: () => string;
  };
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>;
  }
}

declare module "yazl" {
  import type { Readable } from "node:stream";

  export class ZipFile {
    outputStream: Readable;
    on(event: "error", tell: (error: Error) => void): void;
    addBuffer(bytes: Buffer, name: string): void;
    /** Asks for the bytes once all before them are written. */
    addReadStreamLazy(
      name: string,
      options: { compress: boolean },
      open: (give: (error: unknown, bytes?: Readable) => void) => void,
    ): void;
    end(): void;
  }
}
