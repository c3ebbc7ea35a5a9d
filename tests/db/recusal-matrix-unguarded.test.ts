import { afterAll, expect, it, vi } from 'vitest';
import { closeLimiter } from '@/lib/auth/limiter';
import { Prisma } from '@/lib/db/generated/client';
import { differing, tellAll, unitWorld } from '../support/recusal/matrix';
import { ways } from '../support/recusal/ways';

/** The matrix with its guard taken out, in memory, through the client and in statements: it must leak. */
vi.mock('@/lib/appeals/queries/recused', () => ({
  notRecusedFrom: () => ({}),
  notRecusedInSql: () => Prisma.sql`TRUE`,
  barredInSql: () => Prisma.sql`SELECT NULL::uuid AS id WHERE FALSE`,
}));
vi.mock(import('@/lib/appeals/recusals'), async (original) => ({
  ...(await original()),
  isRecused: () => false,
}));

const { readers: all, about, complain } = await unitWorld();
const readers = new Map([...all].filter(([name]) => name.endsWith('below')));
const untold = await tellAll(readers, about);
const accusing = await complain();
const told = await tellAll(readers, accusing);

afterAll(closeLimiter);

it.each([...readers.keys()])('%s would learn of it without the guard', (reader) => {
  expect(differing(untold, told, reader).length).toBeGreaterThanOrEqual(3);
});

it('every way but those of people named to it and of its cause would tell', () => {
  const telling = new Set([...readers.keys()].flatMap((it) => differing(untold, told, it)));
  const quiet = Object.keys(ways).filter((it) => !telling.has(it));
  expect(quiet).toEqual([
    'lib/appeals/queries/verdicts.ts#readVerdicts',
    'lib/measures/causes.ts#causeRegister',
    'lib/appeals/queries/causes.ts#readCauses',
    'lib/units/held.ts#casesOf',
    'lib/people/read-person.ts#readPerson',
    'lib/people/overview.ts#readOverview',
  ]);
});
