import type { EventEmitter } from 'node:events';

export function clearUp(): Promise<void>;
export function clearUpWhenQuiet(clear?: () => Promise<void>): (response: EventEmitter) => void;
