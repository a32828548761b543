import { expect, it } from "vitest";
import { parseEnv } from "./env";

/** The variables that an environment names as wrong. */
function faultsOf(source: Record<string, string>): string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    return Object(error).faults.map(({ name }: { name: string }) => name);
  }
}

const mail = {
  SMTP_URL: "smtps://user:p%40ss@smtp.example.com",
  MAIL_FROM: "Dawen 答問 <dawen@example.com>",
};

it("reads who mails come from", () => {
  expect(parseEnv(mail).MAIL_FROM).toEqual({ name: "Dawen 答問", address: "dawen@example.com" });
  expect(parseEnv({ ...mail, MAIL_FROM: '"A, B" <a@example.com>' }).MAIL_FROM?.name).toBe("A, B");
  expect(parseEnv({ ...mail, MAIL_FROM: " a@example.com " }).MAIL_FROM).toEqual({
    name: "",
    address: "a@example.com",
  });
});

it.each([
  "a@example.com, b@example.com",
  "A <a@example.com> <b@example.com>",
  "a@example.com\r\nBcc: b@example.com",
  "A\r\nBcc: b@example.com <a@example.com>",
  "nobody",
  "@example.com",
  "a@b",
])("refuses %j as a sender", (address) => {
  expect(faultsOf({ ...mail, MAIL_FROM: address })).toEqual(["MAIL_FROM"]);
});

it.each([
  "https://smtp.example.com",
  "smtp.example.com:587",
  "smtp://",
  "smtp://user@smtp.example.com",
  "smtp://user:100%@smtp.example.com",
  "smtp://smtp.example.com/path",
  "smtp://smtp.example.com?tls=no",
])("refuses %j as a mail server", (url) => {
  expect(faultsOf({ ...mail, SMTP_URL: url })).toEqual(["SMTP_URL"]);
});

it("names all that is missing beside what is set", () => {
  expect(faultsOf({ SMTP_URL: mail.SMTP_URL })).toEqual(["MAIL_FROM"]);
  expect(faultsOf({ MAIL_FROM: mail.MAIL_FROM })).toEqual(["SMTP_URL"]);
  expect(faultsOf({ S3_BUCKET: "files", MAIL_FROM: "x" })).toEqual([
    "MAIL_FROM",
    "SMTP_URL",
    "S3_ENDPOINT",
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
  ]);
  expect(faultsOf({ S3_REGION: "eu" })).toHaveLength(4);
});
