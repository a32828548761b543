import { afterEach, describe, expect, it } from "vitest";
import { readMail, type SmtpBehaviour, startSmtpServer } from "@/test/servers/smtp-server";
import { createMailer } from "./mailer";
import { renderMail } from "./render-mail";

const from = { name: "答問", address: "dawen@shop.example" };
const mail = {
  to: "ming@example.com",
  subject: "你好，小明",
  text: "第一行\n.第二行\n",
  html: "<p>第一行</p>",
};

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function serve(behaviour: SmtpBehaviour = {}, credentials = "", timeoutMs = 20_000) {
  const server = await startSmtpServer(behaviour);
  opened.push(server.close);
  const SMTP_URL = `smtp://${credentials}127.0.0.1:${server.port}`;
  return { ...server, mailer: createMailer({ SMTP_URL, MAIL_FROM: from }, { timeoutMs }) };
}

describe("createMailer", () => {
  it("hands a mail to the server as it was written", async () => {
    const { mailer, mails } = await serve();
    await mailer.send(mail);
    expect(mails).toHaveLength(1);
    const [got] = mails;
    if (!got) return;
    expect(got).toMatchObject({ from: "dawen@shop.example", to: ["ming@example.com"] });
    const { headers, text, html } = readMail(got);
    expect(headers).toContain("Subject: 你好，小明");
    expect(headers).toContain("From: 答問 <dawen@shop.example>");
    expect(headers).toContain("Auto-Submitted: auto-generated");
    expect(headers).not.toMatch(/x-mailer/i);
    expect(text).toContain("第二行");
    expect(html).toContain("<p>第一行</p>");
  });

  it("signs in, with what is percent-encoded in the address", async () => {
    const login = { user: "ming@shop", pass: "p@ss:/%" };
    const { mailer, mails } = await serve({ login }, "ming%40shop:p%40ss%3A%2F%25@");
    await mailer.send(mail);
    expect(mails).toHaveLength(1);
  });

  it("gives its password to nobody without TLS, but for this machine", async () => {
    const { mails, port } = await serve({ login: { user: "a", pass: "b" } });
    // Linux and macOS take it for this machine; we don’t.
    const SMTP_URL = `smtp://a:b@0.0.0.0:${port}`;
    const mailer = createMailer({ SMTP_URL, MAIL_FROM: from });
    await expect(mailer.send(mail)).rejects.toMatchObject({ reason: "mail_tls" });
    expect(mails).toEqual([]);
  });

  it.each([
    "a@example.com, b@example.com",
    "a@example.com\r\nBcc: b@example.com",
    "A <a@example.com>",
    "group: a@example.com;",
    "a@example.com(b@example.com)",
    '"a@example.com\r\nRCPT TO:<b@example.com>"@example.com',
    "@example.com:a@example.com",
    "-oQ/tmp@localhost",
    `${"a".repeat(250)}@example.com`,
    "",
  ])("refuses %j as an address and asks no server", async (to) => {
    const { mailer, openConnections } = await serve();
    await expect(mailer.send({ ...mail, to })).rejects.toMatchObject({ reason: "mail_address" });
    expect(openConnections()).toBe(0);
  });

  it("lets no subject become a header, and no text an end of the mail", async () => {
    const { mailer, mails } = await serve();
    await mailer.send({
      ...mail,
      subject: "hi\r\nBcc: b@example.com\r\n\r\nbody\u0000",
      text: "one\r\n.\r\nMAIL FROM:<x@example.com>\r\n",
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual(["ming@example.com"]);
    expect(mails[0]?.source).not.toMatch(/^Bcc:/im);
  });

  it.each<[string, SmtpBehaviour, string]>([
    ["refuses the password", { login: { user: "ming", pass: "other" } }, "mail_login"],
    [
      "can't check the password now",
      { login: { user: "ming", pass: "x" }, answers: { auth: "454 later" } },
      "mail_later",
    ],
    ["greylists", { answers: { rcpt: "451 4.7.1 greylisted" } }, "mail_later"],
    ["is full", { answers: { end: "452 4.3.1 full" } }, "mail_later"],
    ["doesn't know the address", { answers: { rcpt: "550 5.1.1 no such user" } }, "mail_refused"],
    ["refuses the sender", { answers: { mail: "553 5.7.1 not yours" } }, "mail_refused"],
    ["takes it for spam", { answers: { end: "554 5.7.1 spam" } }, "mail_refused"],
    ["greets with a refusal", { answers: { greet: "554 go away" } }, "mail_refused"],
    ["hangs up at once", { closesAfter: "connect" }, "mail_hung_up"],
    ["hangs up in the middle", { closesAfter: "rcpt" }, "mail_hung_up"],
    ["hangs up at the end", { closesAfter: "end" }, "mail_hung_up"],
  ])("says so when the server %s", async (_, behaviour, reason) => {
    const { mailer } = await serve(behaviour, behaviour.login ? "ming:secret-word@" : "");
    const failed = await mailer.send(mail).catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: "AppError", code: "unavailable", reason });
    expect(String(failed)).not.toContain("secret-word");
  });

  it.each<[string, SmtpBehaviour]>([
    ["says nothing at all", { hangsAfter: "connect" }],
    ["says nothing more", { hangsAfter: "data" }],
    ["drips", { drips: true }],
  ])("ends in its time when the server %s, and leaves no connection", async (_, behaviour) => {
    const { mailer, openConnections } = await serve(behaviour, "", 300);
    await expect(mailer.send(mail)).rejects.toMatchObject({ reason: "mail_timed_out" });
    await expect.poll(openConnections).toBe(0);
  });

  it("says when nobody is there, or speaks no TLS", async () => {
    const nobody = createMailer({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: from });
    await expect(nobody.send(mail)).rejects.toMatchObject({ reason: "mail_unreachable" });
    const plain = await serve();
    const secure = createMailer({ SMTP_URL: `smtps://127.0.0.1:${plain.port}`, MAIL_FROM: from });
    await expect(secure.send(mail)).rejects.toMatchObject({ reason: "mail_tls" });
  });
});

it("renders what people wrote as text, with one link", () => {
  const rendered = renderMail(
    { subject: "<b>", paragraphs: ['<img src="x">', "第二段"], action: "去 & 看" },
    {
      ...{ language: "zh-TW", end: "這封信由 chat.example.com 的答問自動寄出。", linkHelp: "貼這個網址：" },
      link: 'https://chat.example.com/reset/a"b',
    },
  );
  expect(rendered.html).toContain("background:#ffffff");
  expect(rendered.html).not.toContain("<img");
  expect(rendered.html).toContain("&lt;img src=&quot;x&quot;&gt;");
  expect(rendered.html.match(/href="[^"]*"/g)).toEqual(['href="https://chat.example.com/reset/a&quot;b"']);
  expect(rendered.text).toBe(
    '<img src="x">\n\nhttps://chat.example.com/reset/a"b\n\n第二段\n\n-- \n這封信由 chat.example.com 的答問自動寄出。\n',
  );
});
