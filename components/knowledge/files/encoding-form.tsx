"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { SelectField } from "@/components/ui/field/select-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import { textEncodings } from "@/lib/reading/text-encodings";

type EncodingFormProps = {
  botId: string;
  sourceId: string;
  /** Null for what it looks like. */
  encoding: string | null;
  action: FormAction<void>;
};

/** Reads a text anew in another encoding, where its characters came out wrong. */
export function EncodingForm({ botId, sourceId, encoding, action }: EncodingFormProps) {
  const words = useBotCatalog().knowledge.files;
  const formAction = useToastAction(action, words.queued);
  return (
    <form action={formAction} className="flex flex-wrap items-end gap-x-3 gap-y-1">
      <input type="hidden" name="botId" value={botId} />
      <input type="hidden" name="sourceId" value={sourceId} />
      <div className="min-w-52">
        <SelectField
          key={encoding}
          name="encoding"
          label={words.encoding}
          defaultValue={encoding ?? ""}
          options={[
            { value: "", label: words.encodings.found },
            ...textEncodings.map((value) => ({ value, label: words.encodings[value] })),
          ]}
        />
      </div>
      <SubmitButton variant="secondary" pendingLabel={words.reading}>
        {words.readAgain}
      </SubmitButton>
      <p className="basis-full text-sm text-ink-soft">{words.encodingHelp}</p>
    </form>
  );
}
