export function buildWidget(options: {
  root: string;
  minify?: boolean;
}): Promise<{ files: { file: string; bytes: number; gzip: number }[] }>;
