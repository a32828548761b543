import { useEffect, useEffectEvent } from "react";

export type DeskKeys = Record<"j" | "k" | "/" | "r" | "n" | "e" | "a" | "z" | "x" | "?", () => void>;

const typing = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
const overlay = "dialog[open], [popover]:popover-open";

/** Single keys do something while nobody types, no menu is open and no modifier is held; none while `isOn` is false. */
export function useDeskKeys(isOn: boolean, keys: DeskKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!isDeskKey(key) || isMeantForElse(event)) return;
    event.preventDefault();
    keys[key]();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [isOn]);
}

function isDeskKey(key: string): key is keyof DeskKeys {
  return ["j", "k", "/", "r", "n", "e", "a", "z", "x", "?"].includes(key);
}

function isMeantForElse(event: KeyboardEvent): boolean {
  const { key, target } = event;
  // An input method is composing, also where the event doesn't say so.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return true;
  const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.getModifierState("AltGraph");
  // A question mark is typed with Shift on most keyboards, a slash on some.
  if (isHeld || (event.shiftKey && key !== "?" && key !== "/")) return true;
  if (event.repeat && !["j", "k"].includes(key.toLowerCase())) return true;
  if (target instanceof Element && target.closest(typing)) return true;
  return document.querySelector(overlay) !== null;
}
