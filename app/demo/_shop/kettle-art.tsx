/** The story's picture: a pot, two cups and a sprig of tea on a tray. */
export function KettleArt({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 480 400" aria-hidden="true" focusable="false">
      <circle cx="244" cy="190" r="160" fill="var(--moon)" />
      <path
        d="M200 88q-12-14 0-27t0-27M226 82q-11-13 0-25t0-25"
        fill="none"
        stroke="var(--steam)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M278 176c62-30 88 70 4 82" fill="none" stroke="var(--clay-dark)" strokeWidth="14" />
      <path d="M136 188c-24-4-30-28-50-40q-8-4-13 4l-4 7c22 18 20 68 68 90Z" fill="var(--clay)" />
      <path
        d="M116 216c0-46 40-74 94-74s94 28 94 74c0 40-26 68-50 74h-88c-24-6-50-34-50-74Z"
        fill="var(--clay)"
      />
      <path d="M254 290c24-6 50-34 50-74 0-30-17-52-44-64 20 56 4 112-42 138Z" fill="var(--clay-dark)" />
      <path d="M150 150q60-50 120 0-60 20-120 0Z" fill="var(--clay-dark)" />
      <path d="M150 150q60 20 120 0" fill="none" stroke="var(--clay)" strokeWidth="3" />
      <circle cx="210" cy="116" r="13" fill="var(--clay)" />
      {[300, 372].map((x) => (
        <g key={x} transform={`translate(${x} 244)`}>
          <path d="M0 0h58c0 26-12 42-20 46H20C12 42 0 26 0 0Z" fill="var(--ware)" />
          <path d="M38 46c8-4 20-20 20-46H46c0 26-6 40-16 46Z" fill="var(--ware-dark)" opacity="0.6" />
          <ellipse cx="29" cy="0" rx="29" ry="7" fill="var(--ware-dark)" />
          <ellipse cx="29" cy="1" rx="24" ry="5" fill="#cf9a3a" />
        </g>
      ))}
      <rect x="56" y="290" width="392" height="16" rx="5" fill="var(--wood)" />
      <rect x="84" y="306" width="336" height="10" rx="4" fill="var(--wood-dark)" />
      <g transform="translate(66 262) rotate(-8)">
        <path
          d="M0 26q36-8 78-34"
          fill="none"
          stroke="var(--leaf-dark)"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path d="M20 22C14 2 26-10 42-16c4 18-4 32-22 38Z" fill="var(--leaf)" />
        <path d="M44 10c8-18 24-20 40-18-6 16-20 24-40 18Z" fill="var(--leaf)" />
        <path d="M34 18c14-6 28 0 36 10-14 6-28 2-36-10Z" fill="var(--leaf-dark)" />
        <path d="M74-6C74-20 82-28 92-32c4 12-4 22-18 26Z" fill="var(--leaf-dark)" />
      </g>
    </svg>
  );
}
