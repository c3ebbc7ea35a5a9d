import { randomBytes } from 'node:crypto';

/** 128 random bits in hexadecimal. */
export const newSalt = (): string => randomBytes(16).toString('hex');
