export function asWritten(frame: string): string;
export function stackAsWritten(stack: string): string;
