import type { BuildOptions } from "esbuild";

export function serverBundleOptions(root: string): BuildOptions;
export function buildServer(options: { root: string }): Promise<void>;
export function buildWidgetHandlers(options: { root: string }): Promise<void>;
export function buildProgram(
  name: "reader" | "picture",
  options: { root: string; outfile?: string },
): Promise<void>;
