import { readSettings } from './env';
import { makeLog } from './make-log.mjs';

/**
 * One line of JSON an event, on standard output. Personal data does not belong in it: log ids and
 * case numbers. What `makeLog` takes out is a net under that rule, not a substitute for it.
 */
export const log = makeLog(readSettings({ LOG_LEVEL: process.env.LOG_LEVEL }).logLevel);
