import { resolve } from 'node:path';

/** npm goes to the project's folder; names of files are meant from where it was called. */
export const meant = (path: string): string => resolve(process.env.INIT_CWD || process.cwd(), path);
