import { use, useEffect, useRef, useState } from "react";
import { noteSkin } from "@/components/chats/compose/note-skin";
import { useMessage } from "@/components/chats/compose/use-message";
import type { DeskActions } from "@/components/chats/desk-actions";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { controlClass } from "@/components/ui/field/control-class";
import { useAction } from "@/components/ui/form/use-action";
import { Pencil, StickyNote, Trash2 } from "@/components/ui/icons";
import { PageActorContext } from "@/components/ui/page-actor";
import { LocalTime } from "@/components/ui/text/local-time";
import { Markup } from "@/components/ui/text/markup";
import { useToast } from "@/components/ui/toast/use-toast";
import type { Turn } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";

export type NoteActions = Pick<DeskActions, "changeNote" | "removeNote">;

type NoteViewProps = { turn: Turn & { note: NonNullable<Turn["note"]> }; actions: NoteActions };

/** A note among staff: who wrote it and when, and for its author how to change it and take it back. */
export function NoteView({ turn, actions }: NoteViewProps) {
  const { chats, common } = useDashboardCatalog();
  const words = chats.note;
  const { draft: draftWords, undo } = common;
  const userId = use(PageActorContext)?.userId;
  const run = useAction();
  const showToast = useToast();
  const [isEditing, setIsEditing] = useState(false);
  /** What was left by the key or button that ends the editing, and is wanted back. */
  const [left, setLeft] = useState<string>();
  const { id, note, at } = turn;
  const text = turn.bubbles.join("\n");
  const isMine = note.authorId === userId;
  const edit = (typed?: string) => {
    setLeft(typed);
    setIsEditing(true);
  };
  const leave = (typed: string) => {
    setIsEditing(false);
    if (typed.trim() !== text.trim())
      showToast({ message: draftWords.discarded, action: { label: undo, run: () => edit(typed) } });
  };
  const remove = () =>
    run(actions.removeNote, { noteId: id }, () =>
      showToast({
        message: words.removed,
        action: {
          label: words.restore,
          run: () => void run(actions.changeNote, { noteId: id, text }),
        },
      }),
    );
  return (
    <>
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <StickyNote aria-hidden className="size-4 shrink-0 text-warn" />
        <span className="text-warn">{words.label}</span>
        <span translate="no">{turn.authorName}</span>
        <LocalTime value={at} look="time" />
        {note.at > at && (
          <span>
            {words.changed} <LocalTime value={note.at} look="time" />
          </span>
        )}
      </p>
      {isEditing ? (
        <NoteEditor
          {...{ id, text, left }}
          action={actions.changeNote}
          onSaved={() => setIsEditing(false)}
          onLeave={leave}
        />
      ) : (
        <div
          lang={languageOf(text)}
          translate="no"
          className={`w-fit max-w-full rounded-card border px-4 py-2 [overflow-wrap:anywhere] ${noteSkin}`}
        >
          <Markup text={text} />
        </div>
      )}
      {isMine && !isEditing && (
        <div className="flex gap-1">
          <Button
            size="small"
            variant="quiet"
            icon={<Pencil aria-hidden className="size-4" />}
            onClick={() => edit()}
          >
            <span>{words.change}</span>
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => void remove()}
          >
            <span>{words.remove}</span>
          </Button>
        </div>
      )}
    </>
  );
}

type NoteEditorProps = {
  id: string;
  text: string;
  left: string | undefined;
  action: NoteActions["changeNote"];
  onSaved: () => void;
  /** @param typed what stood in the field */
  onLeave: (typed: string) => void;
};

function NoteEditor({ id, text, left, action, onSaved, onLeave }: NoteEditorProps) {
  const words = useDashboardCatalog().chats;
  const field = useRef<HTMLTextAreaElement>(null);
  const message = useMessage({
    ...{ thing: `note-change/${id}`, action, fields: { noteId: id }, isKeyed: false, field },
    ...{ canSend: true, initial: text, begun: left, onSent: (isAll) => isAll && onSaved() },
  });
  useEffect(() => {
    const box = field.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, []);
  const cancel = () => {
    message.drop();
    onLeave(message.text);
  };
  return (
    <form onSubmit={message.send} className="flex w-full flex-col gap-2">
      <textarea
        ref={field}
        rows={2}
        value={message.text}
        lang={languageOf(message.text)}
        translate="no"
        aria-label={words.desk.noteLabel}
        onChange={(event) => message.change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) cancel();
          else message.sendOnEnter(event);
        }}
        className={`${controlClass} ${noteSkin} field-sizing-content max-h-60 resize-none py-1.5`}
      />
      {message.over > 0 && (
        <p role="status" className="text-sm text-ink-soft">
          {words.desk.tooLong(message.over)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={cancel}>
          <span>{words.note.cancel}</span>
        </Button>
        <Button
          size="small"
          type="submit"
          variant="primary"
          isPending={message.isSending}
          disabled={!message.isReady}
        >
          <span>{words.note.save}</span>
        </Button>
      </div>
    </form>
  );
}
