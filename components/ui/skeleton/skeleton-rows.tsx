import { Skeleton } from "./skeleton";

type SkeletonRowsProps = {
  /** At most 8. */
  count?: number;
  hasAvatar?: boolean;
};

const widths = ["w-40", "w-56", "w-32", "w-48", "w-36", "w-52", "w-28", "w-44"];

/** The shape of a `DataTable` or a list before its rows arrive. */
export function SkeletonRows({ count = 5, hasAvatar = false }: SkeletonRowsProps) {
  return (
    <div className="divide-y divide-line">
      {widths.slice(0, count).map((width) => (
        <div key={width} className="flex min-h-12 items-center gap-3 px-4 py-3 sm:px-6">
          {hasAvatar && <Skeleton className="size-9 shrink-0 rounded-full" />}
          <Skeleton className={`h-4 min-w-0 ${width}`} />
          <Skeleton className="ml-auto h-4 w-16 shrink-0" />
        </div>
      ))}
    </div>
  );
}
