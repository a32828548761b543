"use client";

import { type FormEvent, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { SegmentedField } from "@/components/ui/field/segmented-field";
import { SelectField } from "@/components/ui/field/select-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { siteBounds, siteLanguages } from "@/lib/knowledge/web/site-settings";

const stored = {
  ...{ address: "", origin: "page", by: "sitemap", depth: "3", most: "100" },
  ...{ include: "", exclude: "", language: "" },
};

/** Where an address is given: of a page, or of a site with which of its pages are wanted. */
export function AddAddressForm({ botId, action }: { botId: string; action: FormAction<never> }) {
  const words = useBotCatalog().knowledge.web;
  const [isSite, setIsSite] = useState(false);
  // What few want is not in the page's HTML.
  const isHydrated = useIsHydrated();
  const { state, errors, form } = useActionForm(action, {
    stored,
    sendsAll: true,
    draft: `new-address/${botId}`,
  });
  const see = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setIsSite(new FormData(currentTarget).get("origin") === "site");
  return (
    <ActionForm form={form} onInput={see} className="flex flex-col gap-4 p-4 sm:px-6">
      <input type="hidden" name="botId" value={botId} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            name="address"
            type="text"
            inputMode="url"
            label={words.address}
            placeholder={words.addressHint}
            error={errors.address}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </div>
        <SegmentedField
          name="origin"
          label={words.origin}
          error={errors.origin}
          defaultValue={stored.origin}
          options={[
            { value: "page", label: words.origins.page },
            { value: "site", label: words.origins.site },
          ]}
        />
      </div>
      {isHydrated && (
        <div hidden={!isSite} className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <SelectField
            name="by"
            label={words.by}
            error={errors.by}
            defaultValue={stored.by}
            options={[
              { value: "sitemap", label: words.ways.sitemap },
              { value: "links", label: words.ways.links },
            ]}
          />
          <SelectField
            name="language"
            label={words.language}
            error={errors.language}
            defaultValue={stored.language}
            options={siteLanguages.map((value) => ({ value, label: words.languages[value] }))}
          />
          <TextField
            name="most"
            type="number"
            min={1}
            max={siteBounds.pages}
            label={words.most}
            help={words.mostHelp}
            error={errors.most}
            defaultValue={stored.most}
          />
          <SelectField
            name="depth"
            label={words.depth}
            error={errors.depth}
            defaultValue={stored.depth}
            options={["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }))}
          />
          <TextAreaField
            name="include"
            label={words.include}
            help={words.patternsHelp}
            error={errors.include}
            spellCheck={false}
          />
          <TextAreaField
            name="exclude"
            label={words.exclude}
            help={words.patternsHelp}
            error={errors.exclude}
            spellCheck={false}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary" pendingLabel={words.submitting}>
          {words.submit}
        </SubmitButton>
        <FormStatus state={state} savingLabel={words.submitting} />
      </div>
    </ActionForm>
  );
}
