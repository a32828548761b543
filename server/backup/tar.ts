import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

// Files and folders as POSIX ustar (IEEE Std 1003.1-2017, pax, "ustar Interchange Format"), gzipped: any tar opens it.

const block = 512;
const owner = { file: "0000600", folder: "0000700" };

/** A file with its length in bytes and the SHA-256 of them in hex, or a folder. */
export type TarEntry = { name: string; bytes: number; sha256: string } | { name: string; isFolder: true };

export type TarSource =
  | { name: string; file: string; bytes: number }
  | { name: string; body: Readable; bytes: number }
  | { name: string; text: string }
  | { name: string; isFolder: true };

/** Writes entries one after the other; `end` closes the archive and waits until all of it has been taken. */
export function createTarWriter(target: Writable) {
  const gzip = createGzip({ level: 6 });
  const done = finished(gzip.pipe(target));
  done.catch(() => {});
  const write = (data: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      gzip.write(data, (error) => (error ? reject(error) : resolve()));
    });

  return {
    /** Throws when a file's length is no longer what was said. */
    add: async (source: TarSource): Promise<TarEntry> => {
      if ("isFolder" in source) {
        await write(header(`${source.name}/`, 0, "5"));
        return source;
      }
      const bytes = "text" in source ? Buffer.byteLength(source.text) : source.bytes;
      await write(header(source.name, bytes, "0"));
      const hash = createHash("sha256");
      let written = 0;
      const content = contentOf(source);
      for await (const chunk of content) {
        hash.update(chunk);
        written += chunk.length;
        await write(chunk);
      }
      if (written !== bytes) throw new Error(`${source.name} changed while it was read`);
      await write(Buffer.alloc(padding(bytes)));
      return { name: source.name, bytes, sha256: hash.digest("hex") };
    },
    end: async () => {
      await write(Buffer.alloc(2 * block));
      gzip.end();
      await done;
    },
  };
}

function contentOf(source: Exclude<TarSource, { isFolder: true }>): Iterable<Buffer> | Readable {
  if ("text" in source) return [Buffer.from(source.text)];
  return "body" in source ? source.body : createReadStream(source.file);
}

/**
 * Unpacks an archive into a folder and gives what it held. Throws on anything but files and folders whose names stay
 * below that folder, and when the archive ends early.
 */
export async function extractTar(archive: Readable, folder: string): Promise<TarEntry[]> {
  const gunzip = createGunzip();
  archive.once("error", (error) => gunzip.destroy(error));
  const { read, readSome } = createReader(archive.pipe(gunzip));
  const entries: TarEntry[] = [];
  for (;;) {
    const head = await read(block);
    if (head.every((byte) => byte === 0)) return entries;
    const { name, bytes, type } = parseHeader(head);
    const target = path.join(folder, ...segmentsOf(name));
    if (type === "5") {
      await mkdir(target, { recursive: true, mode: 0o700 });
      entries.push({ name: name.replace(/\/$/, ""), isFolder: true });
      continue;
    }
    if (type !== "0") throw new Error(`${name} is neither a file nor a folder`);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const file = await open(target, "wx", 0o600);
    const hash = createHash("sha256");
    try {
      for (let left = bytes; left > 0; ) {
        const chunk = await readSome(left);
        hash.update(chunk);
        await file.writeFile(chunk);
        left -= chunk.length;
      }
    } finally {
      await file.close();
    }
    await read(padding(bytes));
    entries.push({ name, bytes, sha256: hash.digest("hex") });
  }
}

/** `read` gives exactly so many bytes of a stream, `readSome` from one to so many. Both throw when it ends before. */
function createReader(stream: Readable) {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const readSome = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { done, value } = await chunks.next();
      if (done) throw new Error("the file ends too early");
      rest = value;
    }
    const taken = rest.subarray(0, most);
    rest = rest.subarray(taken.length);
    return taken;
  };
  const read = async (bytes: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(await readSome(left));
    return Buffer.concat(parts);
  };
  return { read, readSome };
}

function header(name: string, bytes: number, type: "0" | "5"): Buffer {
  const buffer = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`${name}: too long a name`);
  buffer.write(name, 0);
  buffer.write(type === "5" ? owner.folder : owner.file, 100);
  buffer.write("0000000", 108);
  buffer.write("0000000", 116);
  writeSize(buffer, bytes);
  buffer.write("00000000000", 136);
  buffer.write("        ", 148);
  buffer.write(type, 156);
  buffer.write("ustar\u000000", 257);
  buffer.write(`${sumOf(buffer).toString(8).padStart(6, "0")}\0 `, 148);
  return buffer;
}

/** Eleven octal digits reach 8 GiB; beyond, GNU's binary form, which every tar of today reads. */
function writeSize(buffer: Buffer, bytes: number): void {
  if (bytes < 8 ** 11) return void buffer.write(bytes.toString(8).padStart(11, "0"), 124);
  buffer[124] = 0x80;
  buffer.writeBigUInt64BE(BigInt(bytes), 128);
}

function parseHeader(head: Buffer): { name: string; bytes: number; type: string } {
  const stored = Number.parseInt(head.toString("latin1", 148, 154), 8);
  if (stored !== sumOf(head)) throw new Error("the file is damaged");
  const [name = ""] = head.toString("utf8", 0, 100).split("\0");
  const bytes =
    head[124] === 0x80
      ? Number(head.readBigUInt64BE(128))
      : Number.parseInt(head.toString("latin1", 124, 135), 8);
  return { name, bytes, type: head.toString("latin1", 156, 157) };
}

/** The header's sum, with its own field as blanks. */
function sumOf(head: Buffer): number {
  return head.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

function segmentsOf(name: string): string[] {
  const segments = name.replace(/\/$/, "").split("/");
  if (
    segments.some((segment) => segment === "" || segment === "." || segment === ".." || /[\\:]/.test(segment))
  )
    throw new Error(`${name} is no name inside a backup`);
  return segments;
}

function padding(bytes: number): number {
  return (block - (bytes % block)) % block;
}
