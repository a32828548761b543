"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Avatar } from "@/components/ui/avatar/avatar";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form/form-action";
import { readRefusal, sayUnreached } from "@/components/ui/form/read-refusal";
import { shrinkPicture } from "@/components/ui/form/shrink-picture";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { ImagePlus } from "@/components/ui/icons";
import { useToast } from "@/components/ui/toast/use-toast";
import { useToastAction } from "@/components/ui/toast/use-toast-action";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { errorMessage } from "@/lib/i18n/error-message";
import { pictureTypes } from "@/lib/reading/picture/picture-limits";

type PictureCardProps = { name: string; face: string | undefined; remove: FormAction };

/** A member's picture, with ways to choose another and to take it away. */
export function PictureCard({ name, face, remove }: PictureCardProps) {
  const catalog = useCatalog();
  const words = useDashboardCatalog().account.picture;
  const router = useRouter();
  const showToast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setIsSending] = useState(false);
  const removeAction = useToastAction(remove, words.removed);

  const choose = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const [file] = field.files ?? [];
    if (!file || isSending) return;
    setIsSending(true);
    const fault = await send(file);
    setIsSending(false);
    // The same one may be chosen again.
    field.value = "";
    showToast(fault === null ? { message: words.saved } : { message: fault, tone: "bad" });
    if (fault === null) router.refresh();
  };

  /** What is wrong, in words; null where it was taken. */
  const send = async (file: File): Promise<string | null> => {
    const small = await shrinkPicture(file);
    if (!small) return errorMessage(catalog, { code: "bad_request", reason: "picture_type" });
    try {
      const response = await fetch("/api/account/picture", { method: "POST", body: small.jpeg });
      if (response.ok) return null;
      return readRefusal(catalog, await response.text(), response.headers.get("retry-after"));
    } catch {
      return sayUnreached(catalog);
    }
  };

  return (
    <Card title={words.title} description={words.description}>
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} imageUrl={face} size="huge" />
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept={pictureTypes.join(",")}
            hidden
            aria-label={words.choose}
            onChange={(event) => void choose(event)}
          />
          <Button
            variant="secondary"
            icon={<ImagePlus aria-hidden className="size-4" />}
            isPending={isSending}
            onClick={() => isSending || input.current?.click()}
          >
            {isSending ? words.sending : face ? words.change : words.choose}
          </Button>
          {face && (
            <form action={removeAction}>
              <SubmitButton variant="quiet">{words.remove}</SubmitButton>
            </form>
          )}
        </div>
      </div>
    </Card>
  );
}
