import { db, type Transaction } from '@/lib/db/client';
import type { FormProblem, Values } from '@/lib/forms';

/** What a change of units or people came to: done, or what speaks against it. */
export type Outcome<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; problems: readonly FormProblem[] };

/** Leaves a change of the organisation: nothing of it stays, and the sender is told why. */
export class Against extends Error {
  constructor(readonly problems: readonly FormProblem[]) {
    super(problems.map((it) => it.code).join(', '));
  }
}

export function against(field: string | null, code: string, values?: Values): never {
  throw new Against([values ? { field, code, values } : { field, code }]);
}

/** Off only in the tests that show what the lock is for. */
export interface OneAtATime {
  lock: boolean;
}

/**
 * One change of units and people: a transaction of its own, after any other one. Rules about the whole
 * (no circle in the tree, one administrator left) hold only if nobody changes another part meanwhile,
 * and such changes are few.
 */
export async function changeOrganisation<T>(
  work: (transaction: Transaction) => Promise<T>,
  { lock }: OneAtATime = { lock: true },
): Promise<Outcome<T>> {
  try {
    const value = await db().$transaction(async (transaction) => {
      if (lock) {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisation'))`;
      }
      return work(transaction);
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Against) return { ok: false, problems: error.problems };
    throw error;
  }
}
