import { useRef, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { Download, X } from "@/components/ui/icons";
import { textLinkClass } from "@/components/ui/text-link-class";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { TurnPicture } from "@/lib/conversations/turns/turn";

type TurnPictureProps = { conversationId: string; picture: TurnPicture; word: string };

/** A picture that was sent, which a click shows as large as the window is; the word for it where it can't be read. */
export function TurnPictureView({ conversationId, picture, word }: TurnPictureProps) {
  const words = useDashboardCatalog().chats.pictures;
  const { common } = useCatalog();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isGone, setIsGone] = useState(false);
  const { fileId, width, height } = picture;
  const src = `/api/chats/${conversationId}/pictures/${fileId}`;
  if (isGone) return <p className="text-sm text-ink-soft">{words.gone}</p>;
  const image = { src, width, height };
  return (
    <>
      <button
        type="button"
        title={words.enlarge}
        onClick={() => dialog.current?.showModal()}
        className="block max-w-full cursor-zoom-in overflow-hidden rounded-[14px] border border-line bg-surface-2"
      >
        {/* biome-ignore lint/performance/noImgElement: it is private to the session, and small already. */}
        <img
          {...image}
          alt={word}
          loading="lazy"
          decoding="async"
          onError={() => setIsGone(true)}
          className="h-auto max-h-80 w-auto max-w-full object-contain"
        />
      </button>
      <dialog
        ref={dialog}
        closedby="any"
        aria-label={word}
        className="m-auto max-h-[94dvh] max-w-[94vw] rounded-card border border-line bg-surface p-0 text-ink shadow-float open:flex open:animate-rise open:flex-col"
      >
        <div className="flex items-center justify-between gap-4 px-4 py-2">
          <a href={src} download className={`${textLinkClass} inline-flex items-center gap-1 text-sm`}>
            <Download aria-hidden className="size-4" />
            <span>{words.save}</span>
          </a>
          <Button
            variant="quiet"
            size="small"
            aria-label={common.close}
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden className="size-4" />
          </Button>
        </div>
        {/* biome-ignore lint/performance/noImgElement: as above. */}
        <img {...image} alt={word} loading="lazy" className="min-h-0 max-w-full object-contain" />
      </dialog>
    </>
  );
}
