import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar/avatar";
import { FileText, SendHorizontal, X } from "@/components/ui/icons";
import type { Catalog } from "@/lib/i18n/catalog/zh-TW";

/** What the product does, drawn with its own parts: a document, and the widget quoting one sentence of it. */
export function ProductPicture({ words }: { words: Catalog["site"]["picture"] }) {
  return (
    <div
      role="img"
      aria-label={words.label}
      className="relative mx-auto w-full max-w-130 select-none lg:max-w-none"
    >
      <DocumentSheet words={words} />
      <Widget words={words} />
    </div>
  );
}

function DocumentSheet({ words }: { words: Catalog["site"]["picture"] }) {
  return (
    <div className="mr-8 rounded-card border border-line bg-surface px-6 pt-5 pb-24 lg:absolute lg:top-0 lg:left-0 lg:mr-0 lg:w-84 lg:pb-6">
      <p className="flex items-center gap-1.5 text-sm text-ink-soft">
        <FileText className="size-4" />
        {words.documentKind}
      </p>
      <p className="mt-1 text-lg font-semibold">{words.documentTitle}</p>
      <div className="mt-4 flex flex-col gap-4 lg:pr-12">
        <p className="font-medium">{words.documentBefore}</p>
        <p>
          <mark className="box-decoration-clone">{words.documentQuote}</mark>
        </p>
        <p className="hidden text-ink-soft lg:block">{words.documentAfter}</p>
        <p className="hidden text-ink-soft lg:block">{words.documentSecond}</p>
      </div>
    </div>
  );
}

function Widget({ words }: { words: Catalog["site"]["picture"] }) {
  return (
    <div className="relative -mt-18 ml-8 overflow-clip rounded-[14px] border border-line bg-surface shadow-float lg:mt-12 lg:ml-auto lg:w-80">
      <div className="flex items-center gap-2.5 bg-[#2f5d46] px-4 py-3 text-[#fff]">
        <Avatar name={words.botName} color="#e4efe6" size="medium" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{words.botName}</p>
          <p className="text-sm">{words.botState}</p>
        </div>
        <X className="size-4" />
      </div>
      <div className="flex flex-col gap-2 bg-paper px-3 py-4">
        <Bubble side="visitor">{words.question}</Bubble>
        <Bubble side="bot">
          {words.answer}
          <span className="mt-2 flex flex-col gap-1 border-t border-line pt-2 text-sm">
            <span className="text-ink-soft">{words.sourceFrom}</span>
            <span>
              <mark className="box-decoration-clone">「{words.documentQuote}」</mark>
            </span>
          </span>
        </Bubble>
        <Bubble side="visitor">{words.secondQuestion}</Bubble>
        <Bubble side="bot">{words.secondAnswer}</Bubble>
      </div>
      <div className="flex items-center justify-between gap-2 border-t border-line px-4 py-3 text-ink-soft">
        {words.placeholder}
        <SendHorizontal className="size-4" />
      </div>
    </div>
  );
}

function Bubble({ side, children }: { side: "visitor" | "bot"; children: ReactNode }) {
  const look =
    side === "visitor"
      ? "self-end rounded-br-[4px] bg-[#2f5d46] text-[#fff]"
      : "self-start rounded-bl-[4px] border border-line bg-surface";
  return <p className={`max-w-[88%] rounded-[14px] px-3 py-2 ${look}`}>{children}</p>;
}
