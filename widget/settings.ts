import { isRecord, textOf } from "./json";
import { page } from "./page";

export interface Settings {
  token: string;
  /** Where the server is. */
  origin: string;
  locale: string;
  /** The panel opens by itself. */
  opens: boolean;
  /** No launcher: the page opens the panel. */
  isBare: boolean;
  nonce: string;
  /** Instead of the bot's own; see the field `offset` of the config. */
  offset?: number[];
}

/**
 * What the page says about its widget: in the attributes of the script's line, in its address (`widget.js?token=…`),
 * where a tag manager or an optimiser keeps only that, or in `window.dawenSettings`, where nothing is left of the
 * line. A module, a shadow tree and a merged file have no `currentScript`: then the line is looked for, and last the
 * address in a stack.
 * @throws Error when it says nothing that can be used
 */
export function readSettings(): Settings {
  const line = findLine();
  const address =
    line?.src || /https?:[^\s?]*\/widget\b[^\s?]*\.js(?:\?[^\s:)]*)?/.exec(`${new Error().stack}`)?.[0];
  const url = new URL(address || location.href);
  const said: unknown = Reflect.get(window, "dawenSettings");
  const given = isRecord(said) ? said : {};
  const data = line?.dataset ?? {};
  const read = (name: string) => data[name] ?? url.searchParams.get(name) ?? textOf(given[name]);
  return {
    token: read("token"),
    origin: new URL(read("host") || url.origin).origin,
    locale: read("locale"),
    opens: data.open !== undefined || given.open === true,
    isBare: read("launcher") === "none",
    offset: read("offset").match(/\d+/g)?.map(Number),
    nonce: data.nonce ?? line?.nonce ?? "",
  };
}

function findLine(): HTMLScriptElement | null {
  const { currentScript } = page;
  if (currentScript instanceof HTMLScriptElement && isLine(currentScript)) return currentScript;
  for (const script of page.querySelectorAll<HTMLScriptElement>("script[data-token],script[src*='widget']"))
    if (isLine(script)) return script;
  return null;
}

function isLine({ dataset, src }: HTMLScriptElement): boolean {
  return dataset.token !== undefined || /widget.*[?&]token=/.test(src);
}
