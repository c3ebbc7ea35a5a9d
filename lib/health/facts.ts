import type { ReplicaStanding } from '@/lib/db/replica';
import type { Recounts } from '@/lib/recount/trust';

/** What the checks judge. Null: it could not be had, because the database was away or of another version. */
export interface Facts {
  at: Date;
  /** What the clock of this machine says meanwhile. */
  machineAt: Date;
  database: { at: Date; tookMs: number } | null;
  migrations: { expected: readonly string[]; applied: readonly string[] } | null;
  /** Since when pulses are written at all: what never beat is counted from here. */
  pulsesSince: Date | null;
  pulses: ReadonlyMap<string, Date> | null;
  outbox: Outbox | null;
  recount: Recounts | null;
  /** Of the data directory, bytes; null where the system does not say. */
  disk: { free: number; total: number } | null;
  /** Whether what is sealed opens with the secret of this process. */
  keysOpen: boolean | null;
  photosThere: boolean;
  /** Of the read replica; null where the settings name none. */
  replica: ReplicaStanding | null;
  /** Days a backup may be old; 0: nobody wants to be told. */
  backupDays: number;
  /** Years after closing after which cases are archived; 0: never. */
  archiveYears: number;
}

export interface Outbox {
  /** Notices whose time has come; no more than 1,000 are counted. */
  due: number;
  /** When the longest waiting was due. */
  oldestDueAt: Date | null;
  /** Tried for four hours and given up, in the last day. */
  givenUp: number;
  /** Ways by which three tries or more failed in the last hour and nothing went. */
  failing: string[];
}
