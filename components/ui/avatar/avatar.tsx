"use client";

import { useState } from "react";
import { initials } from "./initials";
import { readableInk } from "./readable-ink";

type AvatarProps = {
  name: string;
  imageUrl?: string;
  /** `#rrggbb` behind the initials; the accent's tint without it. */
  color?: string;
  size?: "tiny" | "small" | "medium" | "large" | "huge";
};

const sizes = { tiny: "size-5", small: "size-6", medium: "size-9", large: "size-12", huge: "size-16" };

/** A picture, or initials where there is none or it fails to load. Decorative: the name stands beside it. */
export function Avatar({ name, imageUrl, color, size = "medium" }: AvatarProps) {
  const [failedUrl, setFailedUrl] = useState("");
  const hasImage = Boolean(imageUrl) && imageUrl !== failedUrl;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 36 36"
      className={`${sizes[size]} shrink-0 rounded-full bg-accent-soft text-accent`}
    >
      {hasImage ? (
        <>
          <rect width="36" height="36" fill="#ffffff" />
          <image
            href={imageUrl}
            width="36"
            height="36"
            preserveAspectRatio="xMidYMid slice"
            onError={() => setFailedUrl(imageUrl ?? "")}
          />
        </>
      ) : (
        <>
          {color && <rect width="36" height="36" fill={color} />}
          <text
            x="18"
            y="18"
            dy="0.36em"
            textAnchor="middle"
            fontSize="15"
            fontWeight="600"
            fill={color ? readableInk(color) : "currentColor"}
          >
            {initials(name)}
          </text>
        </>
      )}
    </svg>
  );
}
