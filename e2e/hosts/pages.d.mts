type Page = (snippet: string, app: string) => { html: string; headers?: Record<string, string> };

export const pages: Record<string, Page>;
