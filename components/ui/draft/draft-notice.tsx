"use client";

import { Button } from "@/components/ui/button/button";
import type { ActionForm } from "@/components/ui/form/use-action-form";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { useToast } from "@/components/ui/toast/use-toast";
import { useCatalog } from "@/components/ui/words/use-catalog";

type DraftNoticeProps = { form: Pick<ActionForm, "offered" | "isOfferOutdated" | "resume" | "discard"> };

/** Offers what was typed into this form and never saved. */
export function DraftNotice({ form }: DraftNoticeProps) {
  const { common } = useCatalog();
  const words = common.draft;
  const showToast = useToast();
  const { offered } = form;
  if (!offered) return null;
  const discard = () => {
    const bringBack = form.discard(offered);
    showToast({ message: words.discarded, action: { label: common.undo, run: bringBack } });
  };
  return (
    <div role="status" className="mb-4">
      <Notice>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-56">
            {words.found}{" "}
            <RelativeTime value={new Date(offered.at).toISOString()} className="text-ink-soft" />
            {form.isOfferOutdated && <span className="block text-ink-soft">{words.outdated}</span>}
          </p>
          <span className="flex flex-wrap gap-2">
            <Button size="small" variant="quiet" onClick={discard}>
              {words.discard}
            </Button>
            <Button size="small" onClick={() => form.resume(offered)}>
              {words.resume}
            </Button>
          </span>
        </div>
      </Notice>
    </div>
  );
}
