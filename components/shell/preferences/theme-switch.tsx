import type { ReactNode } from "react";
import { ChoiceForm } from "@/components/ui/form/choice-form";
import { Monitor, Moon, Sun } from "@/components/ui/icons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { setTheme } from "./set-theme";
import type { Theme } from "./theme";

type ThemeSwitchProps = {
  theme: Theme;
  locale: Locale;
  /** Of the page of the public site that it stands on. */
  address?: string;
};

export function ThemeSwitch({ theme, locale, address }: ThemeSwitchProps) {
  const { shell } = getCatalog(locale);
  const options = [
    { value: "system", label: shell.themeSystem, icon: <Monitor aria-hidden /> },
    { value: "light", label: shell.themeLight, icon: <Sun aria-hidden /> },
    { value: "dark", label: shell.themeDark, icon: <Moon aria-hidden /> },
  ] satisfies Array<{ value: Theme; label: string; icon: ReactNode }>;
  return (
    <ChoiceForm label={shell.theme} name="theme" value={theme} options={options} action={setTheme} isCompact>
      {address && <input type="hidden" name="address" value={address} />}
    </ChoiceForm>
  );
}
