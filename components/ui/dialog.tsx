"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { X } from "@/components/ui/icons";
import { Button } from "./button/button";
import { OwnWords } from "./text/own-words";
import { useCatalog } from "./words/use-catalog";

type DialogProps = {
  isOpen: boolean;
  /** Called for Escape, the close button and a click outside. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
};

/** A native modal dialog; on phones it comes up from the bottom edge. */
export function Dialog({ isOpen, onClose, title, description, children, actions }: DialogProps) {
  const { common } = useCatalog();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);

  return (
    <dialog
      ref={ref}
      closedby="any"
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      className="m-auto w-[calc(100%-32px)] max-w-120 rounded-card border border-line bg-surface p-0 text-ink shadow-float open:animate-rise max-sm:mb-[max(16px,env(safe-area-inset-bottom))]"
    >
      <div className="flex items-start justify-between gap-4 px-6 pt-5">
        <h2 id={`${id}-title`} className="text-lg">
          {typeof title === "string" ? <OwnWords>{title}</OwnWords> : title}
        </h2>
        <Button variant="quiet" size="small" className="-mr-2" aria-label={common.close} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div className="flex flex-col gap-4 px-6 pt-2 pb-6">
        {description && (
          <p id={`${id}-description`} className="text-ink-soft">
            {typeof description === "string" ? <OwnWords>{description}</OwnWords> : description}
          </p>
        )}
        {children}
      </div>
      {actions && (
        <div className="flex flex-wrap justify-end gap-2 border-t border-line bg-paper px-6 py-3">
          {actions}
        </div>
      )}
    </dialog>
  );
}
