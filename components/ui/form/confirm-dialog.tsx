"use client";

import { Button } from "@/components/ui/button/button";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/form/submit-button";

type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  words: { title: string; description: string; submit: string; cancel: string };
  /** What the form sends: of what it is. */
  field: { name: string; value: string };
  action: (form: FormData) => void;
};

/** Asks before something that can't be undone; closes when it is sent. */
export function ConfirmDialog({ isOpen, onClose, words, field, action }: ConfirmDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={words.title}
      description={words.description}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <form
            action={(form) => {
              onClose();
              action(form);
            }}
          >
            <input type="hidden" name={field.name} value={field.value} />
            <SubmitButton variant="danger">{words.submit}</SubmitButton>
          </form>
        </>
      }
    />
  );
}
