import type { FormValues } from "@/lib/forms/form-value";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in a form's fields. Passwords, hidden and read-only ones are not among them. */
export function readForm(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const control of controlsOf(form)) {
    const value = readControl(control);
    if (value !== undefined) values[control.name] = value;
  }
  return values;
}

/** Puts values into a form's fields, and tells what listens to them. */
export function fillForm(form: HTMLFormElement, values: FormValues): void {
  for (const control of controlsOf(form)) {
    const value = values[control.name];
    if (value === undefined || readControl(control) === value) continue;
    if (isChecked(control)) {
      const isOn = control.type === "radio" ? control.value === value : value === "true";
      if (control.checked === isOn) continue;
      // React hears of a change of what it holds itself by the click alone.
      if (isOn || control.type === "checkbox") control.click();
      continue;
    }
    setValue(control, value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !(element instanceof HTMLInputElement && skippedTypes.has(element.type)) &&
      !("readOnly" in element && element.readOnly && !isChecked(element)),
  );
}

const skippedTypes = new Set(["hidden", "password", "submit", "button", "file"]);

/** Undefined for a radio button that is not the chosen one. */
function readControl(control: Control): string | undefined {
  if (!isChecked(control)) return control.value;
  if (control.type === "radio") return control.checked ? control.value : undefined;
  return String(control.checked);
}

function isChecked(control: Element): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

/** By the element's own setter: React shadows it on fields that it holds, and would not see the change. */
function setValue(control: Control, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set;
  setter?.call(control, value);
}
