/** First in the tab order; takes keyboards past the navigation to `<main id="main">`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control border border-line bg-surface px-4 py-2 font-medium focus:translate-y-0 focus:shadow-float"
    >
      {label}
    </a>
  );
}
