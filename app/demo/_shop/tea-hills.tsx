/** The hero's scene: hills in mist with rows of tea, drawn for a 1440 by 640 box and cropped from its middle. */
export function TeaHills({ className }: { className?: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 1440 640"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id="shop-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--sky-top)" />
          <stop offset="1" stopColor="var(--sky-low)" />
        </linearGradient>
        <linearGradient id="shop-mist" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--mist)" stopOpacity="0" />
          <stop offset="0.6" stopColor="var(--mist)" stopOpacity="0.85" />
          <stop offset="1" stopColor="var(--mist)" stopOpacity="0" />
        </linearGradient>
        <clipPath id="shop-slope-right">
          <path d={slopeRight} />
        </clipPath>
        <clipPath id="shop-slope-left">
          <path d={slopeLeft} />
        </clipPath>
      </defs>
      <rect width="1440" height="640" fill="url(#shop-sky)" />
      <circle cx="1010" cy="170" r="62" fill="var(--sun)" />
      <path
        d="M1140 132q10-9 18 0q8-9 18 0M1204 100q8-7 14 0q6-7 14 0"
        fill="none"
        stroke="var(--hill-3)"
        strokeWidth="2.5"
        strokeLinecap="round"
        opacity="0.6"
      />
      <path
        d="M0 380C90 330 150 350 230 300s130-20 200-50 120 60 200 40 130-110 220-120 120 70 190 70 110-80 190-80 110 60 210 70 120-20 200-10v420H0Z"
        fill="var(--hill-1)"
      />
      <rect y="270" width="1440" height="150" fill="url(#shop-mist)" />
      <path
        d="M0 430c110-50 190-10 290-40s150-50 250-20 150 40 260-10 190-80 300-50 120 40 200 20 90-40 140-50v370H0Z"
        fill="var(--hill-2)"
      />
      <rect y="350" width="1440" height="150" fill="url(#shop-mist)" />
      <g transform="translate(936 384)">
        <path d="M8 34h84v40H8Z" fill="var(--house)" />
        <path d="M-8 38Q22 30 50 6q28 24 58 32Z" fill="var(--roof)" />
        <path d="M42 50h16v24H42Z" fill="var(--roof)" />
        <path d="M18 48h14v12H18ZM68 48h14v12H68Z" fill="var(--lamp)" />
      </g>
      <path d={slopeRight} fill="var(--hill-3)" />
      <g clipPath="url(#shop-slope-right)" fill="none" stroke="var(--bush-1)" strokeLinecap="round">
        {rightRows.map((row) => (
          <path key={row.d} d={row.d} strokeWidth={row.width} strokeDasharray={`0 ${row.width * 0.86}`} />
        ))}
      </g>
      <path d={slopeLeft} fill="var(--hill-4)" />
      <g clipPath="url(#shop-slope-left)" fill="none" stroke="var(--bush-2)" strokeLinecap="round">
        {leftRows.map((row) => (
          <path key={row.d} d={row.d} strokeWidth={row.width} strokeDasharray={`0 ${row.width * 0.86}`} />
        ))}
      </g>
    </svg>
  );
}

const slopeRight = "M480 640C640 520 820 462 1000 452s300-18 440-70v258Z";
const slopeLeft = "M0 486c180-6 330 22 480 70s260 74 420 84H0Z";

/** Rows of bushes grow wider and further apart as they come nearer. */
const rightRows = Array.from({ length: 7 }, (_, index) => {
  const y = index * 27 + index * index * 2.6;
  return {
    d: `M${440 - index * 6} ${674 + y}C640 ${536 + y} 820 ${478 + y} 1000 ${468 + y}s300-18 460-78`,
    width: 11 + index * 2.4,
  };
});

const leftRows = Array.from({ length: 6 }, (_, index) => {
  const y = index * 30 + index * index * 3;
  return {
    d: `M-20 ${504 + y}c190-6 340 22 500 70s280 78 460 88`,
    width: 14 + index * 3,
  };
});
