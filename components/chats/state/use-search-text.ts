import { useEffect, useRef, useState } from "react";

const pauseMs = 400;

/**
 * What is typed into the search, which also stands in the address: `shown` is what stands there now, and `write` puts
 * there what was typed, a moment after the last change and without a step back to it. Going back brings back what
 * stood there then.
 */
export function useSearchText(
  shown: string,
  write: (search: string) => void,
): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(shown);
  const known = useRef(shown);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    if (shown === known.current) return;
    known.current = shown;
    setText(shown);
  }, [shown]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === known.current) return;
    const timer = setTimeout(() => {
      known.current = wanted;
      latest.current(wanted);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}
