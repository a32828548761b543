import type { ReactNode } from "react";
import type { ProductArtKind } from "./shop-content";

/** One product's picture, 240 by 190 units. `tint` is the colour of its tea. */
export function ProductArt({ kind, label, tint }: { kind: ProductArtKind; label: string; tint: string }) {
  return (
    <svg viewBox="0 0 240 190" aria-hidden="true" focusable="false">
      <ellipse cx="120" cy="166" rx="92" ry="9" fill="var(--shade)" />
      {art[kind](label, tint)}
    </svg>
  );
}

const art: Record<ProductArtKind, (label: string, tint: string) => ReactNode> = {
  pouch: (label, tint) => (
    <>
      <Pouch label={label} tint={tint} />
      <Cup tint={tint} />
    </>
  ),
  beans: (label, tint) => (
    <>
      <Pouch label={label} tint={tint} />
      {beans.map(({ x, y }) => (
        <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
          <ellipse rx="8.5" ry="6.5" fill="var(--bean)" />
          <path
            d="M-4-2q4-2.5 7 0"
            fill="none"
            stroke="var(--bean-light)"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </g>
      ))}
    </>
  ),
  "tea-bags": (label, tint) => (
    <>
      <path d="M52 66h96v96a4 4 0 0 1-4 4H56a4 4 0 0 1-4-4Z" fill={tint} />
      <path d="M52 66l14-24h68l14 24Z" fill={tint} />
      <path d="M52 66l14-24h68l14 24Z" fill="#fff" opacity="0.22" />
      <Label x={84} y={84} label={label} />
      <path d="M186 118V62q0-14-14-14h-8" fill="none" stroke="var(--line)" strokeWidth="1.8" />
      <path d="M146 38h20v20h-20Z" fill="var(--label)" stroke={tint} strokeWidth="2" />
      <path d="M172 112h28l8 12v38a4 4 0 0 1-4 4h-36a4 4 0 0 1-4-4v-38Z" fill="var(--paper-art)" />
      <path d="M168 140h36v20a3 3 0 0 1-3 3h-30a3 3 0 0 1-3-3Z" fill={tint} opacity="0.75" />
    </>
  ),
  gaiwan: (_, tint) => (
    <>
      <path d="M62 150q58 22 116 0l-10 9q-48 16-96 0Z" fill="var(--ware-dark)" />
      <path d="M70 84h100c0 40-20 70-36 74h-28c-16-4-36-34-36-74Z" fill="var(--ware)" />
      <path d="M134 158c16-4 36-34 36-74h-22c0 40-12 68-28 74Z" fill="var(--ware-dark)" opacity="0.55" />
      <ellipse cx="120" cy="84" rx="50" ry="9" fill={tint} />
      <path d="M66 78q54-38 108 0-54 14-108 0Z" fill="var(--ware)" />
      <path d="M140 62q22 6 34 16-30 8-60 7 26-6 26-23Z" fill="var(--ware-dark)" opacity="0.55" />
      <path d="M110 60q-4-14 10-14t10 14q-10 3-20 0Z" fill="var(--ware)" />
      <path d="M110 46h20" stroke="var(--ware-dark)" strokeWidth="4" strokeLinecap="round" />
      <path
        d="M96 116c10-10 18-6 24 2 8-10 16-10 26-2"
        fill="none"
        stroke="var(--leaf)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </>
  ),
  bottle: (_, tint) => (
    <>
      <path
        d="M98 46h44v18c0 8 22 16 22 38v54a10 10 0 0 1-10 10H86a10 10 0 0 1-10-10v-54c0-22 22-30 22-38Z"
        fill="var(--glass)"
      />
      <path d="M82 98h76v56a8 8 0 0 1-8 8H90a8 8 0 0 1-8-8Z" fill={tint} opacity="0.8" />
      <path d="M92 26h56v22H92Z" fill="var(--seal)" />
      <path d="M92 40h56v8H92Z" fill="#000" opacity="0.15" />
      <path d="M90 106v44" stroke="#fff" strokeWidth="5" strokeLinecap="round" opacity="0.45" />
      {["M112 150c-6-14 6-22 14-26 2 12-2 22-14 26Z", "M134 156c-2-12 6-18 14-20 0 10-4 18-14 20Z"].map(
        (d) => (
          <path key={d} d={d} fill="var(--leaf)" />
        ),
      )}
    </>
  ),
};

const beans = [
  { x: 164, y: 148 },
  { x: 180, y: 149 },
  { x: 156, y: 158 },
  { x: 172, y: 161 },
  { x: 188, y: 157 },
  { x: 203, y: 161 },
];

function Pouch({ label, tint }: { label: string; tint: string }) {
  return (
    <>
      <path d="M58 34h84l6 122a8 8 0 0 1-8 9H60a8 8 0 0 1-8-9Z" fill="var(--kraft)" />
      <path d="M126 34h16l6 122a8 8 0 0 1-8 9h-14Z" fill="#000" opacity="0.07" />
      <path d="M57 24h86v14H57Z" fill="var(--kraft-dark)" />
      <path d="M62 31h76" stroke="var(--kraft)" strokeWidth="1.6" strokeDasharray="4 4" />
      <path d="M55 128h90.5l1.3 26H53.7Z" fill={tint} />
      <Label x={84} y={52} label={label} />
    </>
  );
}

function Label({ x, y, label }: { x: number; y: number; label: string }) {
  return (
    <>
      <rect x={x} y={y} width="32" height="64" rx="2" fill="var(--label)" />
      {[...label].map((character, index) => (
        <text
          key={character}
          x={x + 16}
          y={y + 28 + index * 25}
          textAnchor="middle"
          fontSize="21"
          fontWeight="600"
          fill="var(--label-ink)"
        >
          {character}
        </text>
      ))}
    </>
  );
}

function Cup({ tint }: { tint: string }) {
  return (
    <>
      <path
        d="M170 100q-7-9 0-17t0-17M188 96q-6-8 0-15t0-14"
        fill="none"
        stroke="var(--steam)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M146 118h66c0 26-13 44-23 47h-20c-10-3-23-21-23-47Z" fill="var(--ware)" />
      <path d="M189 165c10-3 23-21 23-47h-14c0 26-8 43-19 47Z" fill="var(--ware-dark)" opacity="0.6" />
      <ellipse cx="179" cy="118" rx="33" ry="8" fill="var(--ware-dark)" />
      <ellipse cx="179" cy="119" rx="28" ry="6" fill={tint} />
    </>
  );
}
