import { type ReactNode, useId } from "react";

type MenuProps = {
  /** What the opening button shows. */
  trigger: ReactNode;
  /** The button's name when its content is no text. */
  label?: string;
  /** Classes of the button, e.g. from `buttonClass`. */
  triggerClassName: string;
  align?: "start" | "end";
  children: ReactNode;
};

/** A button and a list that hangs from it: a native popover, so Escape, outside clicks and focus work by themselves. */
export function Menu({ trigger, label, triggerClassName, align = "end", children }: MenuProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={triggerClassName}>
        {trigger}
      </button>
      <MenuList id={id} align={align}>
        {children}
      </MenuList>
    </>
  );
}

type MenuListProps = Pick<MenuProps, "align" | "children"> & { id: string };

/** What a button opens that names it as its `popoverTarget`. */
export function MenuList({ id, align = "end", children }: MenuListProps) {
  return (
    <div
      id={id}
      popover="auto"
      className={`menu-list ${align === "end" ? "popover-below-end" : "popover-below-start"}`}
    >
      {children}
    </div>
  );
}
