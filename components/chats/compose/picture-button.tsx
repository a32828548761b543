import { useRef } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { ImagePlus } from "@/components/ui/icons";
import { pictureTypes } from "@/lib/reading/picture/picture-limits";

/** Opens the system's choice of pictures. */
export function PictureButton({ onChosen }: { onChosen: (files: readonly File[]) => void }) {
  const words = useDashboardCatalog().chats.pictures;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={pictureTypes.join(",")}
        multiple
        hidden
        aria-label={words.choose}
        onChange={({ currentTarget }) => {
          onChosen([...(currentTarget.files ?? [])]);
          // The same one may be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button
        size="small"
        variant="quiet"
        icon={<ImagePlus aria-hidden className="size-4" />}
        title={words.help}
        onClick={() => input.current?.click()}
      >
        <span className="sr-only">{words.choose}</span>
      </Button>
    </>
  );
}
