import { type Database, planned } from '@/lib/db/client';
import type { EventRow } from '../event';

/**
 * Every step of these cases, each case's in its order, whether it stands as a row or in the archive. What asks for steps in SQL
 * takes `case_steps(id)` for one case and view `Step` for many; table Event alone has not all of them.
 */
export const stepsOf = (database: Database, appealIds: readonly string[]): Promise<EventRow[]> =>
  database.$queryRaw<EventRow[]>`${planned}
    SELECT e.* FROM unnest(${[...appealIds]}::uuid[]) AS a(id) CROSS JOIN case_steps(a.id) e
    ORDER BY e."appealId", e.seq`;
