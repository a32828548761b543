"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { closeMenuAround } from "./close-menu-around";
import { menuItemClass } from "./menu-item-class";

export function MenuLink(props: Omit<ComponentProps<typeof Link>, "className" | "onClick">) {
  return (
    <Link {...props} className={menuItemClass()} onClick={(event) => closeMenuAround(event.currentTarget)} />
  );
}
