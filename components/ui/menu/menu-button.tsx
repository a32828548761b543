"use client";

import type { ComponentProps } from "react";
import { closeMenuAround } from "./close-menu-around";
import { menuItemClass } from "./menu-item-class";

type MenuButtonProps = Omit<ComponentProps<"button">, "className"> & { tone?: "plain" | "danger" };

/** An action in a `Menu`; with `type="submit"` it sends the form around it. */
export function MenuButton({ tone, type = "button", onClick, ...rest }: MenuButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={menuItemClass(tone)}
      onClick={(event) => {
        onClick?.(event);
        closeMenuAround(event.currentTarget);
      }}
    />
  );
}
