import type { ReactNode, SVGProps } from "react";

export type IconProps = Omit<SVGProps<SVGSVGElement>, "aria-label" | "role">;

/** 24 by 24 unless the class says otherwise, in the colour of the text. Those who listen hear the words beside it. */
export function drawIcon(props: IconProps, shapes: ReactNode) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={24}
      height={24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...props}
      aria-hidden="true"
    >
      {shapes}
    </svg>
  );
}
