import { useCallback, useEffect, useRef, useState } from "react";

const pauseMs = 400;

/**
 * What is typed into the search, which also stands in the address: `shown` is what stands there now, and `write` puts
 * there what was typed, a moment after the last change and without a step back to it. Going back brings back what
 * stood there then. Call `leave` when the field is left: a change of the address after a click elsewhere would take the
 * browser back from where that leads.
 */
export function useSearchText(
  shown: string,
  write: (search: string) => void,
): { text: string; setText: (text: string) => void; leave: () => void } {
  const [text, setText] = useState(shown);
  const known = useRef(shown);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  const put = useCallback((wanted: string) => {
    if (wanted === known.current) return;
    known.current = wanted;
    latest.current(wanted);
  }, []);
  useEffect(() => {
    if (shown === known.current) return;
    known.current = shown;
    setText(shown);
  }, [shown]);
  useEffect(() => {
    const timer = setTimeout(() => put(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text, put]);
  return { text, setText, leave: () => put(text.trim()) };
}
