"use client";

import { type ComponentType, createContext, type ReactNode, use, useMemo } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { LocaleContext } from "./locale-provider";

/**
 * A frame that gives what stands in it words of its own besides those of the frame around it, and the context that
 * holds both. `loaders` bring a language's own words, which `read` then promises. They are made by `dynamic` where the
 * frame is: the build reads the words' file from that call.
 */
export function createWordsFrame<Around extends object, Own extends object>(
  useAround: () => Around,
  read: (locale: Locale) => Promise<Own>,
  loaders: Record<Locale, ComponentType>,
) {
  const Context = createContext<(Around & Own) | null>(null);

  function Frame({ children }: { children: ReactNode }) {
    const Loader = loaders[use(LocaleContext).locale];
    return (
      <>
        <Loader />
        <Catalog>{children}</Catalog>
      </>
    );
  }

  function Catalog({ children }: { children: ReactNode }) {
    const around = useAround();
    const own = use(read(use(LocaleContext).locale));
    const catalog = useMemo(() => ({ ...around, ...own }), [around, own]);
    return <Context value={catalog}>{children}</Context>;
  }

  return { Context, Frame };
}
