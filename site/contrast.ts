import { contrast, paletteOf, parseHex } from "@/widget/panel/contrast";

const lightPaper = "#f7f6f3";
const darkPaper = "#1d2221";

/** Shows what the widget makes of a colour, while it is chosen. */
export function showContrast(tool: HTMLElement): void {
  const picker = tool.querySelector<HTMLInputElement>("input[type=color]");
  const typed = tool.querySelector<HTMLInputElement>("input[type=text]");
  if (!picker || !typed) return;
  const show = (color: string) => {
    const [light, dark] = [paletteOf(color, false), paletteOf(color, true)];
    paint(tool, "button", { background: light.primary, ink: light.onPrimary });
    paint(tool, "light", { background: lightPaper, ink: light.accent });
    paint(tool, "dark", { background: darkPaper, ink: dark.accent });
  };
  picker.addEventListener("input", () => {
    typed.value = picker.value;
    show(picker.value);
  });
  typed.addEventListener("input", () => {
    const color = typed.value.trim().toLowerCase();
    const isColor = /^#[0-9a-f]{6}$/.test(color);
    typed.setAttribute("aria-invalid", String(!isColor));
    if (!isColor) return;
    picker.value = color;
    show(color);
  });
  show(picker.value);
}

function paint(tool: HTMLElement, name: string, { background, ink }: { background: string; ink: string }) {
  const sample = tool.querySelector<HTMLElement>(`[data-sample="${name}"]`);
  const ratio = tool.querySelector(`[data-ratio="${name}"]`);
  if (!sample || !ratio) return;
  sample.style.background = background;
  sample.style.color = ink;
  ratio.textContent = `${contrast(toRgb(background), toRgb(ink)).toFixed(2)} : 1`;
}

/** Of `#rrggbb` or `rgb(r,g,b)`. */
function toRgb(color: string): number[] {
  return color.startsWith("#") ? parseHex(color) : (color.match(/\d+/g) ?? []).map(Number);
}
