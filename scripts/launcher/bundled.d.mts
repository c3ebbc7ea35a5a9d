/** See bundled.mjs. */
export function bundled(root: string, script: string): string;
