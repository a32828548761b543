"use client";

import { useState } from "react";
import { readableInk } from "@/components/ui/avatar/readable-ink";

type BotAvatarProps = {
  /** `#rrggbb`. */
  color: string;
  /** Shown only from `https:`. */
  imageUrl: string;
  className?: string;
};

/** The owner's picture, or the mark on the bot's colour, as the widget shows it. Decorative. */
export function BotAvatar({ color, imageUrl, className = "size-9" }: BotAvatarProps) {
  const [failedUrl, setFailedUrl] = useState("");
  return (
    <svg aria-hidden="true" viewBox="0 0 40 40" className={`shrink-0 rounded-full ${className}`}>
      <rect width="40" height="40" fill={color} />
      {imageUrl.startsWith("https://") && imageUrl !== failedUrl ? (
        <image
          href={imageUrl}
          width="40"
          height="40"
          preserveAspectRatio="xMidYMid slice"
          onError={() => setFailedUrl(imageUrl)}
        />
      ) : (
        <path
          d="M3.5 12.5v-9h10M20.5 8.5v9.5h-9l-4.5 3.5v-3.5h-1"
          transform="translate(9 9) scale(.9167)"
          fill="none"
          stroke={readableInk(color)}
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
