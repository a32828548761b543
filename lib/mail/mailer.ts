import MailComposer from "nodemailer/lib/mail-composer";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import { type Env, env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { processWide } from "@/lib/process-wide";
import { isMailAddress } from "./is-mail-address";
import { toMailError } from "./to-mail-error";

export type Mail = {
  /** The same where the same mail is sent again, so that whoever gets both can tell. */
  id?: string;
  /** One address and nothing else. */
  to: string;
  /** Where an answer to it goes, one address and nothing else; to `from` unless said. */
  replyTo?: string | undefined;
  subject: string;
  text: string;
  html: string;
};

export type Mailer = {
  /** The address that mails come from. */
  from: string;
  /**
   * Resolves when the mail server has taken the mail. Throws AppError `unavailable` with a reason that begins with
   * `mail_`;
   * `mail_address` for what is no address, before anything is sent.
   */
  send: (mail: Mail) => Promise<void>;
};

export type MailSettings = Required<Pick<Env, "SMTP_URL" | "MAIL_FROM">>;

type Limits = {
  /** Milliseconds for all of it. */
  timeoutMs?: number;
};

const waits = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 10_000, dnsTimeout: 5_000 };

/** The process's mailer; null without SMTP_URL. */
export function getMailer(): Mailer | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return null;
  return processWide("mailer", () => createMailer({ SMTP_URL, MAIL_FROM }));
}

/**
 * Sends each mail over a connection of its own. A password goes over TLS only, but for a mail server on this machine; a
 * certificate must be valid.
 */
export function createMailer(settings: MailSettings, { timeoutMs = 20_000 }: Limits = {}): Mailer {
  const url = new URL(settings.SMTP_URL);
  const from = settings.MAIL_FROM;
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  const user = decodeURIComponent(url.username);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const isSecure = url.protocol === "smtps:";
  const options = {
    ...waits,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && user !== "" && !isHere,
    // What this machine is called is nobody's business.
    name: domain,
    maxResponseSize: 64 * 1024,
    logger: false,
  };
  const auth = user === "" ? null : { user, pass: decodeURIComponent(url.password) };

  return {
    from: from.address,
    send: async ({ id, to, replyTo, subject, text, html }) => {
      if (!isMailAddress(to)) throw new AppError("unavailable", "no address", { reason: "mail_address" });
      const message = await build({
        from,
        to: { name: "", address: to },
        ...(replyTo !== undefined && isMailAddress(replyTo) && { replyTo: { name: "", address: replyTo } }),
        subject: subject.replace(/\p{Cc}+/gu, " "),
        text,
        html,
        messageId: id && `<${id}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      await deliver(options, auth, { from: from.address, to, message, timeoutMs });
    },
  };
}

function build(mail: ConstructorParameters<typeof MailComposer>[0]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    new MailComposer(mail).compile().build((error, message) => {
      if (error || !message) reject(error ?? new Error("the mail is empty"));
      else resolve(message);
    });
  });
}

type Delivery = { from: string; to: string; message: Buffer; timeoutMs: number };

function deliver(
  options: ConstructorParameters<typeof SmtpConnection>[0],
  auth: { user: string; pass: string } | null,
  { from, to, message, timeoutMs }: Delivery,
): Promise<void> {
  const connection = new SmtpConnection(options);
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => fail({ code: "ETIMEDOUT" }), timeoutMs);
    const fail = (error: unknown) => {
      clearTimeout(deadline);
      // First of all: to close says that the connection has ended.
      reject(toMailError(error));
      connection.close();
    };
    const send = () =>
      connection.send({ from, to: [to], size: message.byteLength }, message, (error) => {
        if (error) return fail(error);
        clearTimeout(deadline);
        connection.quit();
        resolve();
      });
    connection.on("error", fail);
    // A server that hangs up in the middle says no error.
    connection.on("end", () => fail({ code: "ECONNECTION" }));
    connection.connect((error) => {
      if (error) return fail(error);
      if (!auth) return send();
      connection.login({ ...auth, credentials: auth }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}
