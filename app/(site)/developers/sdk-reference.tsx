import { readFile } from "node:fs/promises";
import path from "node:path";
import { textLinkClass } from "@/components/ui/text-link-class";
import { getBaseUrl } from "@/lib/base-url";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { SiteCode } from "../site-code";

/** The widget's methods and events: its own type definitions, which are what editors read. */
export async function SdkReference({ locale, token }: { locale: Locale; token: string }) {
  const { developers } = getCatalog(locale);
  const words = developers.sdk;
  const copy = { copy: developers.copy, copied: developers.copied };
  const types = await readFile(path.join(process.cwd(), "public/widget.d.ts"), "utf8");
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-form text-ink-soft">{words.lead}</p>
      <SiteCode
        label={words.example}
        code={`<script>
  window.dawen = window.dawen || [];
  dawen.push(["identify", { name: "王小明", email: "ming@example.com" }]);
  dawen.push(["on", "reply", (bubbles) => console.log(bubbles)]);
  dawen.push(["open"]);
</script>
<script src="${getBaseUrl()}/widget.js" data-token="${token}" async></script>`}
        words={copy}
      />
      <p className="max-w-form text-ink-soft">
        <a href="/widget.d.ts" className={textLinkClass}>
          {words.types}
        </a>{" "}
        {words.typesHelp}
      </p>
      <SiteCode label="widget.d.ts" code={types.trim()} words={copy} />
    </div>
  );
}
