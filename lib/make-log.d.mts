import type { LevelWithSilent, Logger } from 'pino';

export function makeLog(level: LevelWithSilent): Logger;
