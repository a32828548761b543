"use client";

import { useState } from "react";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Button } from "@/components/ui/button/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field/select-field";
import type { FormAction } from "@/components/ui/form/form-action";
import { useAction } from "@/components/ui/form/use-action";
import { useOnce } from "@/components/ui/form/use-once";
import { useToast } from "@/components/ui/toast/use-toast";
import { type ColumnRole, columnRoles } from "@/lib/reading/office/column-roles";
import type { ColumnMapping, SheetColumns } from "@/lib/reading/office/sheet-columns";

type ColumnsFormProps = {
  botId: string;
  sourceId: string;
  /** Of the sheet, with what they may hold. */
  columns: SheetColumns;
  /** What somebody said of them; null where nobody did. */
  mapping: ColumnMapping | null;
  /** Whether it answers already. */
  isPublished?: boolean;
  action: FormAction<void>;
};

/** Says of a sheet of questions and answers which column is what, and has it read so. */
export function ColumnsForm({
  botId,
  sourceId,
  columns,
  mapping,
  isPublished = false,
  action,
}: ColumnsFormProps) {
  const { columns: words, queued, reading } = useBotCatalog().knowledge.files;
  const run = useAction();
  const showToast = useToast();
  const { once, isUnderWay } = useOnce();
  const hasSaid = mapping !== null && Object.keys(mapping).length > 0;
  const [roles, setRoles] = useState<ColumnRole[]>(() =>
    columns.map(({ name, role }) => (hasSaid ? (mapping[name] ?? "ignore") : role)),
  );
  const hasOne = (role: ColumnRole) => roles.filter((each) => each === role).length === 1;
  const canSubmit = hasOne("question") && hasOne("answer");
  const send = (name: string, said: ColumnMapping) =>
    once(name, () =>
      run(action, { botId, sourceId, columns: JSON.stringify(said) }, () => showToast({ message: queued })),
    );
  return (
    <Card title={words.title} description={isPublished ? words.helpPublished : words.help}>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {columns.map(({ name }, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called the same
            key={at}
            label={words.role(name || words.unnamed(at + 1))}
            value={roles[at] ?? "ignore"}
            onChange={({ target }) => {
              const chosen = columnRoles.find((role) => role === target.value) ?? "ignore";
              setRoles(roles.map((role, other) => (other === at ? chosen : role)));
            }}
            options={columnRoles.map((role) => ({ value: role, label: words.roles[role] }))}
          />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          variant="primary"
          disabled={!canSubmit}
          isPending={isUnderWay("pairs")}
          onClick={() =>
            void send(
              "pairs",
              Object.fromEntries(columns.map(({ name }, at) => [name, roles[at] ?? "ignore"])),
            )
          }
        >
          {isUnderWay("pairs") ? reading : words.submit}
        </Button>
        <Button isPending={isUnderWay("table")} onClick={() => void send("table", {})}>
          {words.asTable}
        </Button>
        <p className="text-sm text-ink-soft" role="status">
          {canSubmit ? mapping && (hasSaid ? words.isPairs : words.isTable) : words.needs}
        </p>
      </div>
    </Card>
  );
}
