import type { Transaction } from '@/lib/db/client';
import { mostShown } from './slice';

/** Numbers of cases in which a unit stands with a path that is not its own: its figures with all below it go by the path. */
export async function strayPaths(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ caseNumber: string }[]>`
    SELECT DISTINCT a."caseNumber" FROM (
      SELECT "appealId", "unitId", "unitPath" FROM "Round" WHERE "unitId" IS NOT NULL
      UNION ALL SELECT "appealId", "unitId", "unitPath" FROM "Assignment"
      UNION ALL SELECT "appealId", "unitId", "unitPath" FROM "Cause"
    ) own JOIN "Unit" u ON u.id = own."unitId" AND u.path IS DISTINCT FROM own."unitPath"
    JOIN "Appeal" a ON a.id = own."appealId" ORDER BY 1 LIMIT ${mostShown}`;
  return rows.map((it) => it.caseNumber);
}
