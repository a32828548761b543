import type { Locale } from "@/lib/i18n/locale";
import { getMailWords, type MailText } from "@/lib/i18n/mail-words";
import type { Mail } from "./mailer";

type Place = {
  locale: Locale;
  /** Where this installation is reached, such as `https://chat.example.com`. */
  baseUrl: string;
  /** What the mail's button opens. */
  link?: string;
};

/** A mail's text as plain text and as simple HTML. It loads nothing from anywhere. */
export function renderMail(
  { subject, paragraphs, action }: MailText,
  { locale, baseUrl, link }: Place,
): Omit<Mail, "to"> {
  const words = getMailWords(locale);
  const [first = "", ...rest] = paragraphs;
  const end = words.sentBy(new URL(baseUrl).host);
  const linkText = link ? [link] : [];
  const button =
    link && action
      ? [
          `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(action)}</a></p>`,
        ]
      : [];
  const help = link
    ? [`<p style="${softStyle}">${escapeHtml(words.linkHelp)}<br><span>${escapeHtml(link)}</span></p>`]
    : [];
  const body = [
    `<p>${escapeHtml(first)}</p>`,
    ...button,
    ...rest.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...help,
    `<p style="${softStyle}">${escapeHtml(end)}</p>`,
  ];
  return {
    subject,
    text: `${[first, ...linkText, ...rest, `-- \n${end}`].join("\n\n")}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
      `<body style="${bodyStyle}"><div style="max-width:560px;margin:0 auto">`,
      ...body,
      "</div></body></html>\n",
    ].join("\n"),
  };
}

const bodyStyle =
  "margin:0;padding:24px;font:16px/1.6 -apple-system,'Noto Sans TC','PingFang TC','Microsoft JhengHei',sans-serif;color:#1d2b2b";
const buttonStyle =
  "display:inline-block;padding:10px 20px;border-radius:8px;background:#0d5a5b;color:#ffffff;text-decoration:none;font-weight:600";
const softStyle = "font-size:13px;color:#5a6868;word-break:break-all";

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
