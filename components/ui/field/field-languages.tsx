"use client";

import { useEffect } from "react";
import { languageOf } from "@/lib/language/language-of";

/** Every text field of the page says the language of what stands in it, also while it is being typed. */
export function FieldLanguages() {
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (!isTextField(target)) return;
      const language = languageOf(target.value);
      if (language) target.lang = language;
      else target.removeAttribute("lang");
    };
    document.addEventListener("input", note);
    document.addEventListener("focusin", note);
    return () => {
      document.removeEventListener("input", note);
      document.removeEventListener("focusin", note);
    };
  }, []);
  return null;
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && (target.type === "text" || target.type === "search");
}
