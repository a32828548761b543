"use client";

import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button/button";

type SubmitButtonProps = Omit<ButtonProps, "type" | "isPending"> & { pendingLabel?: string };

/** Submits the form around it; while the form's action runs it says so and a second click does nothing. */
export function SubmitButton({
  variant = "primary",
  pendingLabel,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button {...rest} type="submit" variant={variant} isPending={pending} onClick={click}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
