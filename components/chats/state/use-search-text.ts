import { useEffect, useRef, useState } from "react";
import { readSearch } from "@/components/chats/list/read-search";

const pauseMs = 400;

/**
 * What is typed into the search, which also stands in the address: `shown` is what the router says that stands there, and `write`
 * puts there what was typed, a moment after the last change and without a step back to it. The address leads where somebody went to
 * it, by Back or by a link. Otherwise what is typed leads: while an action of the server is under way the router may show an
 * older address for a moment, or for good.
 */
export function useSearchText(
  shown: string,
  write: (search: string) => void,
): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(shown);
  const known = useRef(shown);
  const goal = useRef<string | null>(null);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    const noteBack = () => {
      goal.current = readSearch(new URLSearchParams(window.location.search));
    };
    const noteLink = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link) goal.current = readSearch(new URLSearchParams(link.search));
    };
    window.addEventListener("popstate", noteBack);
    document.addEventListener("click", noteLink, true);
    return () => {
      window.removeEventListener("popstate", noteBack);
      document.removeEventListener("click", noteLink, true);
    };
  }, []);
  useEffect(() => {
    const hasChanged = shown !== known.current;
    known.current = shown;
    const wanted = text.trim();
    if (shown === wanted) return;
    if (hasChanged && shown === goal.current) {
      setText(shown);
      return;
    }
    const timer = setTimeout(() => latest.current(wanted), pauseMs);
    return () => clearTimeout(timer);
  }, [text, shown]);
  const type = (typed: string) => {
    goal.current = null;
    setText(typed);
  };
  return [text, type];
}
