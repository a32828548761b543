export function installOcr(folder: string): Promise<void>;
