"use client";

import { type ReactNode, useId, useState } from "react";
import { flushSync } from "react-dom";
import { buttonClass } from "@/components/ui/button/button-class";
import { MenuList } from "./menu";

type RowMenuProps = {
  /** The button's name. */
  label: string;
  /** Id of a `symbol` on the page, as `RowMenuIcon` makes one. */
  iconId: string;
  children: () => ReactNode;
};

/**
 * The menu of a row in a long list: as `Menu`, but its list comes into the page when the button is first focused or
 * pressed, so that a page of rows doesn't carry as many menus.
 */
export function RowMenu({ label, iconId, children }: RowMenuProps) {
  const id = useId();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={`${buttonClass({ variant: "quiet", size: "small" })} relative`}
        onFocus={() => setIsAsked(true)}
        // The browser opens the list once this handler is done: by then it must stand in the page.
        onClick={() => flushSync(() => setIsAsked(true))}
      >
        <svg aria-hidden className="size-4">
          <use href={`#${iconId}`} />
        </svg>
      </button>
      {isAsked && <MenuList id={id}>{children()}</MenuList>}
    </>
  );
}
