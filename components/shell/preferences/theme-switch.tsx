"use client";

import type { ReactNode } from "react";
import { ChoiceForm } from "@/components/ui/form/choice-form";
import { Monitor, Moon, Sun } from "@/components/ui/icons";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { setTheme } from "./set-theme";
import type { Theme } from "./theme";

type ThemeSwitchProps = {
  theme: Theme;
  /** Of the page of the public site that it stands on. */
  address?: string;
};

export function ThemeSwitch({ theme, address }: ThemeSwitchProps) {
  const { shell } = useCatalog();
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
