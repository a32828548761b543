/** A grey block where something will stand; give it the size of what it stands for. */
export function Skeleton({ className = "h-4 w-24" }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={`block animate-pulse-soft rounded-[6px] bg-surface-2 forced-colors:border ${className}`}
    />
  );
}
