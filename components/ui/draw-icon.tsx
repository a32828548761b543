import type { ReactNode, SVGProps } from "react";

export type IconProps = Omit<SVGProps<SVGSVGElement>, "aria-label" | "role">;

/**
 * 24 by 24 unless the class says otherwise, in the colour of the text. Those who listen hear the words beside it.
 * How it is drawn stands in globals.css: a page has dozens of icons, and holds each of them twice.
 */
export function drawIcon({ className, ...props }: IconProps, shapes: ReactNode) {
  return (
    <svg
      viewBox="0 0 24 24"
      {...props}
      className={className === undefined ? "icon" : `icon ${className}`}
      aria-hidden="true"
    >
      {shapes}
    </svg>
  );
}
