export function findSystemChromium(options?: { isWhole?: boolean }): string | undefined;
