import { askedOf, endpoints } from "@/lib/contract/endpoints";
import { errorReasons, errorStatus } from "@/lib/error-reasons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { apiErrorWords } from "@/lib/i18n/words/api-errors";
import { findWords } from "@/lib/i18n/words/find-words";
import { paths } from "@/lib/paths";
import { mcpConfig, syncCommand } from "./api-curls";
import { apiReferenceOf } from "./api-reference";
import { curlsOf } from "./curls-of";
import { listFields } from "./list-fields";

type Place = { locale: Locale; url: string };

/** The developer centre's first page as Markdown: the widget's own endpoints. */
export function developersMarkdown({ locale, url }: Place, token: string): string {
  const { developers: words, apiReference } = getCatalog(locale);
  const { reference } = words;
  const parts = curlsOf(url, token).flatMap(({ endpoint: name, command, answer }) => {
    const { title, description, fields } = words.endpoints[name];
    const rows = listFields(askedOf(name)).map(({ name: field, type, isRequired }) => [
      `\`${field}\``,
      `${type} · ${isRequired ? reference.required : reference.optional}`,
      findWords(fields, field) ?? "",
    ]);
    return [
      `### ${title}`,
      `\`${endpoints[name].method} /api/widget/${name}\``,
      description,
      table([reference.field, reference.type, reference.meaning], rows),
      code(command, "sh"),
      code(JSON.stringify(answer, null, 2), "json"),
    ];
  });
  return join([
    `# ${words.title}`,
    words.lead,
    `- [${apiReference.title}](${url}${paths.developersApi}.md)`,
    `- [${words.openApi}](${url}${paths.openApi})`,
    `## ${words.quickStart.title}`,
    words.quickStart.items.map(({ title, text }, at) => `${at + 1}. ${title}: ${text}`).join("\n"),
    code(`<script src="${url}/widget.js" data-token="${token}" async></script>`, "html"),
    `## ${reference.title}`,
    ...parts,
  ]);
}

/** The reference of the endpoints with a key as Markdown. */
export function apiMarkdown({ locale, url }: Place, bot: string): string {
  const { apiReference: words, developers } = getCatalog(locale);
  const { reference } = developers;
  const said = apiErrorWords[locale];
  return join([
    `# ${words.title}`,
    words.lead,
    `## ${words.start.title}`,
    words.start.items.map(({ title, text }, at) => `${at + 1}. ${title}: ${text}`).join("\n"),
    `## ${words.rules.title}`,
    words.rules.items.map((item) => `- ${item}`).join("\n"),
    `## ${words.sync.title}`,
    words.sync.text,
    code(syncCommand(url, bot), "sh"),
    `## ${words.mcp.title}`,
    words.mcp.text,
    code(mcpConfig(url), "json"),
    `## ${reference.title}`,
    ...apiReferenceOf(locale, url, bot).flatMap((endpoint) => [
      `### ${endpoint.title}`,
      `\`${endpoint.method} ${endpoint.path}\``,
      endpoint.description,
      `${words.permission}: ${endpoint.scopes.map((scope) => `\`${scope}\``).join(", ")}`,
      ...endpoint.tables.flatMap(({ caption, rows }) => [
        `**${caption}**`,
        table(
          [reference.field, reference.type, reference.meaning],
          rows.map(({ name, type, meaning }) => [`\`${name}\``, type, meaning]),
        ),
      ]),
      code(endpoint.command, "sh"),
      `${words.gives} ${endpoint.status}`,
      code(endpoint.answer, ""),
    ]),
    `## ${words.errors.title}`,
    words.errors.lead,
    table(
      [words.errors.code, words.errors.status, words.errors.meaning],
      Object.entries(errorStatus).map(([name, status]) => [
        `\`${name}\``,
        String(status),
        findWords(said.byCode, name) ?? "",
      ]),
    ),
    table(
      [words.errors.reason, words.errors.code, words.errors.meaning],
      Object.entries(said.byReason).map(([reason, sentence]) => [
        `\`${reason}\``,
        Object.entries(errorReasons).find(([name]) => name === reason)?.[1].code ?? "",
        sentence,
      ]),
    ),
  ]);
}

/** What an assistant that reads the site should know: https://llmstxt.org. */
export function llmsText(url: string): string {
  const { developers, apiReference, common } = getCatalog("en");
  const page = (path: string, title: string, text: string) => `- [${title}](${url}${path}): ${text}`;
  return join([
    `# ${common.productName}`,
    `> ${developers.description}`,
    "## Developers",
    [
      page(`${paths.developers}.md?lang=en`, developers.title, developers.description),
      page(`${paths.developersApi}.md?lang=en`, apiReference.title, apiReference.description),
      page(paths.openApi, developers.openApi, developers.openApiHelp),
      page("/api/mcp", "MCP", apiReference.mcp.text),
      page("/developers/dawen.mjs", apiReference.sync.title, apiReference.sync.text),
    ].join("\n"),
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string, language: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
