export function scrub(text: string): string;
export function isDatabaseAway(error: unknown): boolean;
export function plainError(error: unknown): Record<string, unknown>;
export function isUnreadable(error: unknown): boolean;
