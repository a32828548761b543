import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { pictureLimits } from "@/lib/reading/picture/picture-limits";
import { readPictureForm } from "./read-picture-form";

const part = (name: string, content: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"; filename="a.jpg"\r\n\r\n${content}\r\n`;
const read = (body: string | Buffer, type = "multipart/form-data; boundary=x") =>
  readPictureForm({ headers: { get: () => type }, body: Readable.from([Buffer.from(body)]) });

it("gives the bytes of the one file as they came, whatever else the form has", async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
  const form = new FormData();
  form.append("token", "x");
  form.append("file", new Blob([bytes]), "圖.jpg");
  const request = new Request("http://localhost", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "";
  expect(Buffer.from(await read(Buffer.from(await request.bytes()), type))).toEqual(bytes);
  const quoted = 'Multipart/Form-Data; charset=utf-8; boundary="x"';
  expect(Buffer.from(await read(`${part("file", "abc")}--x--\r\n`, quoted)).toString()).toBe("abc");
  expect((await read(`${part("file", "a".repeat(pictureLimits.fileBytes))}--x--\r\n`)).length).toBe(
    pictureLimits.fileBytes,
  );
});

it.each([
  ["no form", "{}", "application/json"],
  ["no boundary", part("file", "x"), "multipart/form-data"],
  ["an empty boundary", part("file", "x"), 'multipart/form-data; boundary=""'],
  ["nothing", "", undefined],
  ["an end only", "--x--\r\n", undefined],
  ["another field", `${part("picture", "x")}--x--\r\n`, undefined],
  ["a text", '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--x--\r\n', undefined],
  ["two files", `${part("file", "x")}${part("file", "x")}--x--\r\n`, undefined],
  ["a hundred thousand parts", `${part("a", "").repeat(70_000)}--x--\r\n`, undefined],
  ["a header without an end", `--x\r\n${"a: b\r\n".repeat(500_000)}`, undefined],
])("refuses %s", async (_name, body, type) => {
  await expect(read(body, type)).rejects.toMatchObject({ code: "bad_request", reason: "form_malformed" });
});

it.each([1, 200_000])("refuses %s bytes too many", async (more) => {
  const body = `${part("file", "a".repeat(pictureLimits.fileBytes + more))}--x--\r\n`;
  await expect(read(body)).rejects.toMatchObject({ reason: "picture_too_large" });
});
