import type { Transaction } from '@/lib/db/client';

interface Moved {
  from: string;
  to: string;
}

/**
 * Gives a unit and all below it their new paths, and their cases with them.
 *
 * Who may know of a case, who is free to judge it and whose figures it stands in is asked by comparing
 * the paths kept with it to those of the people asking. So they must be today's paths: the cases go
 * with the unit, closed ones too, and its figures stand under its new parent, those of the past
 * included. When it moved is in the log of changes. Told by unit, not by the old path, so that a row
 * written while a unit was moving is put right by the next move.
 */
export async function repath(transaction: Transaction, { from, to }: Moved): Promise<void> {
  // Steps that name one of these units are waited for, and wait.
  await transaction.$queryRaw`
    SELECT id FROM "Unit" WHERE starts_with(path, ${from}) ORDER BY id FOR UPDATE`;
  await transaction.$executeRaw`
    UPDATE "Unit" SET path = ${to} || substr(path, ${from.length + 1}::int)
    WHERE starts_with(path, ${from})`;
  await transaction.$executeRaw`
    UPDATE "Assignment" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Round" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Question" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Cause" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Request" own SET "ownerUnitPath" = u.path FROM "Unit" u
    WHERE u.id = own."ownerUnitId" AND starts_with(u.path, ${to}) AND own."ownerUnitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Call" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Recusal" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
  await transaction.$executeRaw`
    UPDATE "Request" own SET "unitPath" = u.path FROM "Unit" u
    WHERE u.id = own."unitId" AND starts_with(u.path, ${to}) AND own."unitPath" <> u.path`;
}
