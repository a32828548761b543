import { Ellipsis } from "@/components/ui/icons";

/** Draws the sign of all `RowMenu`s of a list once; it shows nothing by itself. */
export function RowMenuIcon({ id }: { id: string }) {
  return (
    <svg aria-hidden className="absolute size-0">
      <symbol id={id} viewBox="0 0 24 24">
        <Ellipsis />
      </symbol>
    </svg>
  );
}
