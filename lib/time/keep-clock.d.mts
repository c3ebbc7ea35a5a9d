export function keepClock(url: string, trouble: (error: unknown) => void): Promise<() => void>;
