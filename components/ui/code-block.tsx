import { CopyButton } from "./button/copy-button";

type CodeBlockProps = {
  code: string;
  label: string;
  copyLabel?: string;
  /** False for an example that nobody can use as it stands. */
  isCopied?: boolean;
};

/** Code to take along, with a button that copies it. Long lines wrap, so that nothing hides. */
export function CodeBlock({ code, label, copyLabel, isCopied = true }: CodeBlockProps) {
  return (
    <figure className="overflow-clip rounded-card border border-line bg-surface">
      <figcaption className="flex min-h-10 items-center justify-between gap-4 border-b border-line bg-paper py-1.5 pr-1.5 pl-4 text-sm text-ink-soft">
        {label}
        {isCopied && <CopyButton text={code} label={copyLabel} variant="quiet" />}
      </figcaption>
      <pre translate="no" className="px-4 py-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
