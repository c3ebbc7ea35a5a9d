import type { Matter } from './words';

/** A case others are looked for: one that was filed, or what somebody is about to file. */
export interface Told extends Matter {
  /** Null while it is not filed. */
  appealId: string | null;
  filedAt: Date;
  /** Trials are compared with trials, all others with all others. */
  trial: boolean;
}
