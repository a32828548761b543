"use client";

import { useEffect, useState } from "react";
import { Check, Copy } from "@/components/ui/icons";
import { useToast } from "@/components/ui/toast/use-toast";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { Button } from "./button";
import type { ButtonLook } from "./button-class";

type CopyButtonProps = ButtonLook & { text: string; label?: string };

export function CopyButton({ text, label, size = "small", ...look }: CopyButtonProps) {
  const { common } = useCatalog();
  const showToast = useToast();
  const [copiedAt, setCopiedAt] = useState(0);

  useEffect(() => {
    if (copiedAt === 0) return;
    const timer = setTimeout(() => setCopiedAt(0), 2_000);
    return () => clearTimeout(timer);
  }, [copiedAt]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopiedAt(Date.now());
    } catch {
      showToast({ message: common.copyFailed, tone: "bad" });
    }
  };

  return (
    <Button
      {...look}
      size={size}
      onClick={copy}
      icon={
        copiedAt ? (
          <Check aria-hidden className="size-4 text-good" />
        ) : (
          <Copy aria-hidden className="size-4" />
        )
      }
    >
      <span aria-live="polite">{copiedAt ? common.copied : (label ?? common.copy)}</span>
    </Button>
  );
}
