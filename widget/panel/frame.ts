import type { Config } from "../config";
import { h, icon, setText } from "../dom";
import { DOWN, MARK } from "../icons";
import type { Locale } from "../locale";
import type { Settings } from "../settings";
import { paletteOf } from "./contrast";
import css from "./frame.css";
import { createHost, type Host } from "./host";
import { panelWords } from "./panel-words";

/** Small enough for the panel to take the whole screen; the same numbers stand in panel.css. */
export const FULL_SCREEN = "(max-width:480px),(max-height:480px)";

export interface Frame extends Host {
  /** Fixed over the whole page, letting clicks through; launcher and panel stand in it. */
  root: HTMLElement;
  launcher: HTMLButtonElement;
  locale: Locale;
  /** Puts the owner's colour, corner and theme on. */
  dress(config: Config): void;
  render(isOpen: boolean, unread: number): void;
}

/** Puts our element on the page, with the launcher in it. */
export function createFrame(locale: Locale, { nonce, offset }: Settings, rebuild: () => void): Frame {
  const badge = h("span", { class: "badge" });
  const launcher = h(
    "button",
    { class: "launcher", "aria-haspopup": "dialog" },
    icon(MARK),
    icon(DOWN),
    badge,
  );
  const root = h("div", { lang: locale }, launcher);
  const host = createHost(root, nonce, rebuild);
  host.addSheet(css);
  const setColors = host.addSheet("");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let dressed: Config | undefined;

  function dress(config: Config) {
    dressed = config;
    const isDark = config.theme === "dark" || (config.theme !== "light" && dark.matches);
    const { primary, onPrimary, accent } = paletteOf(config.primary_color, isDark);
    root.className = `root ${config.position}${isDark ? " dark" : ""}`;
    const [x, y, phoneX = x, phoneY = y] = offset ?? config.offset;
    const place = (x = 20, y = 20) => `.root{--x:${x}px;--y:${y}px}`;
    setColors(
      `.root{--primary:${primary};--on-primary:${onPrimary};--accent:${accent}}${place(x, y)}@media ${FULL_SCREEN}{${place(phoneX, phoneY)}}`,
    );
  }

  dark.onchange = () => dressed && dress(dressed);
  return {
    ...host,
    root,
    launcher,
    locale,
    dress,
    render(isOpen, unread) {
      root.toggleAttribute("data-open", isOpen);
      const count = isOpen || !unread ? "" : `${unread}`;
      setText(badge, count);
      badge.hidden = !count;
      launcher.ariaLabel = `${panelWords[locale].launcher} ${count}`.trim();
      launcher.ariaExpanded = `${isOpen}`;
    },
    remove() {
      dark.onchange = null;
      host.remove();
    },
  };
}
