import { pino } from 'pino';
import { readSettings } from './env';

/**
 * One line of JSON an event, on standard output. Personal data does not belong in it: log ids and
 * case numbers. The paths below are a net under that rule, not a substitute for it.
 */
export const log = pino({
  level: readSettings({ LOG_LEVEL: process.env.LOG_LEVEL }).logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['*.password', '*.token', '*.phone', '*.name', '*.email', '*.address'],
});
