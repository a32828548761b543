"use client";

import { useEffect, useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/components/ui/form/form-action";
import { FormStatus } from "@/components/ui/form/form-status";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { useActionForm } from "@/components/ui/form/use-action-form";
import { RefreshCw } from "@/components/ui/icons";
import { useToast } from "@/components/ui/toast/use-toast";

/** Asks first: installed pages stop working, and that can't be undone. */
export function RotateTokenForm({ botId, action }: { botId: string; action: FormAction<void> }) {
  const { bots, common } = useBotCatalog();
  const words = bots.token;
  const showToast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const { state, form } = useActionForm(action);

  useEffect(() => {
    if (state.status !== "done") return;
    setIsOpen(false);
    showToast({ message: words.rotated });
  }, [state, showToast, words.rotated]);

  return (
    <Card title={words.title} description={words.description}>
      <Button icon={<RefreshCw aria-hidden className="size-4" />} onClick={() => setIsOpen(true)}>
        {words.rotate}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={words.rotateTitle}
        description={words.rotateWarning}
      >
        <ActionForm form={form} className="flex flex-wrap items-center justify-end gap-2">
          <FormStatus
            state={state.status === "done" ? { status: "idle" } : state}
            savingLabel={words.rotating}
          />
          <input type="hidden" name="botId" value={botId} />
          <Button variant="quiet" onClick={() => setIsOpen(false)}>
            {common.cancel}
          </Button>
          <SubmitButton variant="danger">{words.rotate}</SubmitButton>
        </ActionForm>
      </Dialog>
    </Card>
  );
}
