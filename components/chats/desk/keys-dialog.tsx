import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Dialog } from "@/components/ui/dialog";
import { SwitchField } from "@/components/ui/field/switch-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";

type KeysDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  isOn: boolean;
  setIsOn: (isOn: boolean) => void;
  action: FormAction<void>;
};

const keys = ["j", "k", "Enter", "/", "r", "n", "e", "a", "z", "x", "?"] as const;

/** Which keys do what on this screen, and whether they do. */
export function KeysDialog({ isOpen, onClose, isOn, setIsOn, action }: KeysDialogProps) {
  const words = useDashboardCatalog().chats.keys;
  const run = useAction();
  const [isSaving, setIsSaving] = useState(false);
  const change = async (wanted: boolean) => {
    setIsSaving(true);
    setIsOn(wanted);
    const { status } = await run(action, { enabled: String(wanted) });
    if (status === "error") setIsOn(!wanted);
    setIsSaving(false);
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.title}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd
                translate="no"
                className={`inline-block min-w-7 rounded-control border border-edge bg-surface-2 px-2 text-center text-sm ${isOn || key === "Enter" ? "" : "opacity-60"}`}
              >
                {key}
              </kbd>
            </dt>
            <dd>{words.does[key]}</dd>
          </div>
        ))}
      </dl>
      <div className="border-t border-line pt-4">
        <SwitchField
          label={words.on}
          help={words.onHelp}
          checked={isOn}
          disabled={isSaving}
          onChange={({ target }) => void change(target.checked)}
        />
      </div>
    </Dialog>
  );
}
