/** The corner quotes 「 」 as a speech bubble, in the current text colour; crisp from 16 px up. Decorative. */
export function Mark({ className = "size-5" }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" fill="currentColor" className={`shrink-0 ${className}`}>
      <path d="M1 1h9v2H3v6H1zM13 5h2v8H8.5L5 16v-5h8z" />
    </svg>
  );
}
