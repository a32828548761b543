import { textLinkClass } from "@/components/ui/text-link-class";
import { env } from "@/lib/env";

type OperatorContactProps = { words: { contact: string; noContact: string } };

/** How to reach who runs this server, as far as they said. */
export function OperatorContact({ words }: OperatorContactProps) {
  const { OPERATOR_CONTACT: contact } = env();
  if (!contact) return <p className="max-w-form text-ink-soft">{words.noContact}</p>;
  const isPage = contact.startsWith("https:");
  return (
    <p className="max-w-form text-ink-soft">
      {words.contact}{" "}
      <a href={isPage ? contact : `mailto:${contact}`} className={textLinkClass}>
        {contact}
      </a>
    </p>
  );
}
