import type { ReactNode } from "react";

/** A page of text: its title, what it is about, and sections below each other. */
export function SiteText({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[calc(70rem+64px)] px-4 pb-16 md:px-8">
      <div className="max-w-form pt-8 pb-10 lg:pt-12">
        <h1 className="text-xl">{title}</h1>
        <p className="mt-3 text-ink-soft">{lead}</p>
      </div>
      {children}
    </div>
  );
}

type SiteSectionProps = { id?: string; title: string; children: ReactNode };

export function SiteSection({ id, title, children }: SiteSectionProps) {
  return (
    <section
      id={id}
      className="grid grid-cols-1 gap-6 border-t border-line py-10 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-12"
    >
      <h2 className="text-lg">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

export function SiteList({ items }: { items: readonly string[] }) {
  return (
    <ul className="flex max-w-form list-disc flex-col gap-2 pl-5 text-ink-soft">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Points beside each other, each with what it means. */
export function SitePoints({ points }: { points: readonly { title: string; text: string }[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-8 gap-y-6 sm:grid-cols-2">
      {points.map((point) => (
        <div key={point.title}>
          <dt className="font-medium">{point.title}</dt>
          <dd className="mt-1 text-ink-soft">{point.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Numbered steps: below each other in a text, beside each other in a row. */
export function SiteSteps({
  items,
  isRow = false,
}: {
  items: readonly { title: string; text: string }[];
  isRow?: boolean;
}) {
  return (
    <ol className={isRow ? "grid grid-cols-1 gap-8 md:grid-cols-3" : "flex max-w-form flex-col gap-6"}>
      {items.map((step, index) => (
        <li key={step.title} className="flex gap-3">
          <span
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-full border border-edge text-sm"
          >
            {index + 1}
          </span>
          <div>
            <h3>{step.title}</h3>
            <p className="mt-1 text-ink-soft">{step.text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
