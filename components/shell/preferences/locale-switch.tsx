"use client";

import { ChoiceForm } from "@/components/ui/form/choice-form";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { SitePath } from "@/lib/paths";
import { setLocale } from "./set-locale";

const options = [
  { value: "zh-TW", label: "中文", lang: "zh-TW" },
  { value: "en", label: "English", lang: "en" },
] satisfies Array<{ value: Locale; label: string; lang: string }>;

type LocaleSwitchProps = {
  locale: Locale;
  /** Of the page of the public site that it stands on. */
  path?: SitePath;
};

export function LocaleSwitch({ locale, path }: LocaleSwitchProps) {
  const { shell } = useCatalog();
  return (
    <ChoiceForm label={shell.language} name="locale" value={locale} options={options} action={setLocale}>
      {path && <input type="hidden" name="path" value={path} />}
    </ChoiceForm>
  );
}
