import { Notice } from "@/components/ui/notice";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { isStandingFault } from "@/lib/model/model-error";

type ModelFaultNoticeProps = {
  bot: { modelFault: string | null; answerModel: string };
  locale: Locale;
};

/** Says what the language model's endpoint refuses, and what that means for visitors. */
export function ModelFaultNotice({ bot, locale }: ModelFaultNoticeProps) {
  const { modelFault: words } = getCatalog(locale).bots;
  const { modelFault: fault, answerModel } = bot;
  if (fault === null || !isStandingFault(fault)) return null;
  return (
    <Notice tone="bad">
      {fault === "request_refused" ? words.request_refused(answerModel) : words[fault]} {words.meanwhile}
    </Notice>
  );
}
