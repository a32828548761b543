"use client";

import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { AskedAnswer, type AskedQuestion } from "./asked-answer";

type AskBoxProps = {
  botId: string;
  /** Asked already when the page is opened. */
  question?: string;
  hasDocuments: boolean;
  isPaused: boolean;
  /** Whether a model words the answers. */
  hasModel: boolean;
  showsSources: boolean;
  action: FormAction<AskedQuestion>;
};

/** Ask as a visitor, and see what they would get and why. Nothing is recorded. */
export function AskBox({
  botId,
  question,
  hasDocuments,
  isPaused,
  hasModel,
  showsSources,
  action,
}: AskBoxProps) {
  const { tryIt: words, answers } = useBotCatalog().bots;
  const { state, errors, form } = useActionForm(action);
  return (
    <Card title={words.title} description={words.description}>
      <ActionForm form={form} className="flex flex-col gap-3">
        <input type="hidden" name="botId" value={botId} />
        <TextField
          name="question"
          label={words.question}
          error={errors.question}
          defaultValue={question}
          placeholder={words.placeholder}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Disclosure label={words.otherwise}>
          <div className="flex flex-col gap-3 pt-3">
            <SelectField
              name="sureness"
              label={answers.sureness}
              help={words.otherwiseHelp}
              error={errors.sureness}
              defaultValue="as_set"
              options={[
                { value: "as_set", label: words.asSet },
                { value: "careful", label: answers.careful },
                { value: "usual", label: answers.usual },
                { value: "generous", label: answers.generous },
              ]}
            />
            {hasModel && <SwitchField name="withoutModel" label={words.withoutModel} />}
          </div>
        </Disclosure>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary" pendingLabel={words.submitting}>
            {words.submit}
          </SubmitButton>
          <FormStatus
            state={state.status === "done" ? { status: "idle" } : state}
            savingLabel={words.submitting}
          />
        </div>
      </ActionForm>
      <div aria-live="polite" className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
        {(isPaused || !hasDocuments || state.status !== "done") && (
          <p className="text-ink-soft">
            {hasDocuments ? (isPaused ? words.paused : words.empty) : words.noDocuments}
          </p>
        )}
        {state.status === "done" && (
          <AskedAnswer key={state.at} botId={botId} asked={state.data} showsSources={showsSources} />
        )}
      </div>
    </Card>
  );
}
