import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { X } from "@/components/ui/icons";
import type { Pictures } from "./use-pictures";

/** The pictures that wait to be sent, each with a way to leave it out, and why one could not be sent. */
export function ChosenPictures({ list, drop, isSending }: Pictures) {
  const words = useDashboardCatalog().chats.pictures;
  const faults = [...new Set(list.flatMap(({ fault }) => (fault === null ? [] : [fault])))];
  return (
    <div className="flex flex-col gap-1">
      <ul aria-label={words.chosen} className="flex flex-wrap gap-2">
        {list.map(({ key, thumb, fault }, index) => (
          <li
            key={key}
            className={`relative size-16 overflow-hidden rounded-control border ${fault === null ? "border-edge" : "border-2 border-bad"} ${isSending ? "opacity-60" : ""}`}
          >
            {/* biome-ignore lint/performance/noImgElement: its address is its data. */}
            <img src={thumb} alt={words.nth(index + 1)} className="size-full object-cover" />
            <button
              type="button"
              disabled={isSending}
              aria-label={words.remove(index + 1)}
              onClick={() => drop(key)}
              className="absolute top-0 right-0 flex size-7 items-center justify-center rounded-bl-control border-b border-l border-edge bg-surface text-ink hover:bg-surface-2"
            >
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {faults.map((fault) => (
          <p key={fault} className="text-sm text-bad">
            {fault}
          </p>
        ))}
      </div>
    </div>
  );
}
