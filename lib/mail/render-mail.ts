import type { AnswerLanguage } from "@/lib/i18n/words/answer-words";
import type { MailText } from "@/lib/i18n/words/mail-words";
import type { Mail } from "./mailer";

type Place = {
  language: AnswerLanguage;
  /** Who sends it and why: the last words of the mail. */
  end: string;
  /** Above the address of the link, for those whose program shows no button. */
  linkHelp: string;
  /** What the mail's button opens. */
  link?: string;
};

/**
 * A mail's text as plain text and as simple HTML. It loads nothing from anywhere, and has its own paper: many programs
 * lay theirs, which may be dark, below.
 */
export function renderMail(
  { subject, paragraphs, said = [], action }: MailText,
  { language, end, linkHelp, link }: Place,
): Omit<Mail, "to"> {
  const [first = "", ...rest] = paragraphs;
  const linkText = link ? [link] : [];
  const button =
    link && action
      ? [
          `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(action)}</a></p>`,
        ]
      : [];
  const help = link
    ? [`<p style="${softStyle}">${escapeHtml(linkHelp)}<br><span>${escapeHtml(link)}</span></p>`]
    : [];
  const body = [
    `<p>${escapeHtml(first)}</p>`,
    ...said.map((text) => `<blockquote style="${saidStyle}">${escapeHtml(text)}</blockquote>`),
    ...button,
    ...rest.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...help,
    `<p style="${softStyle}">${escapeHtml(end)}</p>`,
  ];
  return {
    subject,
    text: `${[first, ...said, ...linkText, ...rest, `-- \n${end}`].join("\n\n")}\n`,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>`,
      `<body style="${paperStyle}"><div style="${bodyStyle}"><div style="max-width:560px;margin:0 auto">`,
      ...body,
      "</div></div></body></html>\n",
    ].join("\n"),
  };
}

const paperStyle = "margin:0;background:#ffffff";
const bodyStyle =
  "padding:24px;background:#ffffff;font:16px/1.6 -apple-system,'Noto Sans TC','PingFang TC','Microsoft JhengHei',sans-serif;color:#1d2b2b";
const buttonStyle =
  "display:inline-block;padding:10px 20px;border-radius:8px;background:#0d5a5b;color:#ffffff;text-decoration:none;font-weight:600";
const saidStyle =
  "margin:16px 0;padding:8px 16px;border-left:3px solid #0d5a5b;white-space:pre-wrap;overflow-wrap:anywhere";
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
