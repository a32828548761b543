"use client";

import { ColorField } from "@/components/ui/field/color-field";
import { SegmentedField } from "@/components/ui/field/segmented-field";
import { SelectField } from "@/components/ui/field/select-field";
import { SwitchField } from "@/components/ui/field/switch-field";
import { TextAreaField } from "@/components/ui/field/text-area-field";
import { TextField } from "@/components/ui/field/text-field";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { LookName, LookField as LookRule } from "@/lib/contract/config-fields";
import { type FieldValue, toFormValue } from "@/lib/forms/form-value";

/** More choices than fit side by side are a list. */
const mostSegments = 4;

type LookFieldProps = {
  name: LookName;
  field: LookRule;
  words: {
    label: string;
    /** With the most lines and the longest one. */
    help: string | ((count: number, length: number) => string);
    example?: string;
    choices?: Record<string, string>;
  };
  error: string | undefined;
  stored: FieldValue;
  onColor: (color: string) => void;
  /** A picture's address, once its field is left. */
  onAddress: (url: string) => void;
};

/** The form's field for one of a bot's looks, as its kind asks for. */
export function LookField({ name, field, words, error, stored, onColor, onAddress }: LookFieldProps) {
  const { common } = useCatalog();
  const { label, choices = {} } = words;
  const help =
    typeof words.help === "string"
      ? words.help
      : field.kind === "lines" && words.help(field.count, field.max);
  const text = { name, label, help: help || undefined, error, defaultValue: toFormValue(stored) };
  switch (field.kind) {
    case "switch":
      return <SwitchField {...{ name, label, error }} help={text.help} defaultChecked={stored === true} />;
    case "color":
      return <ColorField {...text} pickerLabel={common.pickColor} onColor={onColor} />;
    case "choice": {
      const options = field.choices.map((value) => ({ value, label: choices[value] ?? value }));
      return field.choices.length > mostSegments ? (
        <SelectField {...text} options={options} />
      ) : (
        <SegmentedField {...text} options={options} />
      );
    }
    case "line":
      return <TextField {...text} autoComplete="off" />;
    case "pixels":
      return <TextField {...text} autoComplete="off" placeholder={words.example} className="max-w-36" />;
    case "text":
      return <TextAreaField {...text} />;
    case "image":
      return (
        <TextField
          {...text}
          type="url"
          note={common.optional}
          onBlur={(event) => onAddress(event.target.value.trim())}
          placeholder="https://"
          autoComplete="off"
        />
      );
    case "lines":
      return (
        <TextAreaField {...text} note={common.optional} placeholder={words.example} className="min-h-28" />
      );
  }
}
