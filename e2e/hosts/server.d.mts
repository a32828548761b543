export function startHosts(port?: number): Promise<{ origin: string; close(): Promise<void> }>;
