import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { textLinkClass } from "@/components/ui/text-link-class";
import type { SaidContact as Contact } from "@/lib/answers/small-talk/read-contact";
import { toTel } from "./to-tel";

/** What the open chat's visitor gave to be reached at, as links that a phone or a mail program follows. */
export function SaidContact({ contact: { phone, email } }: { contact: Contact }) {
  const words = useDashboardCatalog().chats.visitor;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-4 py-2 text-sm xl:px-6">
      <span className="text-ink-soft">{words.contact}</span>
      {phone !== null && (
        <a href={toTel(phone)} translate="no" className={textLinkClass}>
          {phone}
        </a>
      )}
      {email !== null && (
        <a href={`mailto:${email}`} translate="no" className={`${textLinkClass} [overflow-wrap:anywhere]`}>
          {email}
        </a>
      )}
    </p>
  );
}
