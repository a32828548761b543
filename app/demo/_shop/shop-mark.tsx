/** The shop's seal: a leaf over two lines of mist. */
export function ShopMark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="38" height="38" rx="9" fill="var(--seal)" />
      <path d="M20 6c7 5 8.5 12 0 19-8.5-7-7-14 0-19Z" fill="var(--seal-ink)" />
      <path d="M20 11v13" stroke="var(--seal)" strokeWidth="1.6" strokeLinecap="round" />
      <path
        d="M8 29c4-2.5 8 2.5 12 0s8-2.5 12 0M12 34c2.7-1.7 5.3 1.7 8 0s5.3-1.7 8 0"
        fill="none"
        stroke="var(--seal-ink)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
