import { ChoiceForm } from "@/components/ui/form/choice-form";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { setLocale } from "./set-locale";

const options = [
  { value: "zh-TW", label: "中文", lang: "zh-TW" },
  { value: "en", label: "English", lang: "en" },
] satisfies Array<{ value: Locale; label: string; lang: string }>;

export function LocaleSwitch({ locale }: { locale: Locale }) {
  const { shell } = getCatalog(locale);
  return (
    <ChoiceForm label={shell.language} name="locale" value={locale} options={options} action={setLocale} />
  );
}
