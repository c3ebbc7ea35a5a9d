import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';

/** Who may import whom. `from` and `to` are patterns on paths; what is named may not be imported. */
const forbidden: { why: string; from: RegExp; to: RegExp; except?: RegExp }[] = [
  {
    why: 'sla knows only itself and time',
    from: /^lib\/sla\//,
    to: /^(lib\/(?!sla\/|time\/)|app\/|components\/|prisma\/)/,
  },
  {
    why: 'time knows only itself',
    from: /^lib\/time\//,
    to: /^(lib\/(?!time\/)|app\/|components\/|prisma\/)/,
  },
  {
    why: 'the pure part of appeals touches no database, no framework',
    from: /^lib\/appeals\/(?!(perform|file|form-mark|load|lock|join|write|write-erasure|read-kept|rules)\.ts|queries\/)/,
    to: /^(lib\/(?!appeals\/|sla\/|time\/|rule-sets\/|people\/(actor|roles)|personal\/|fields|forms|id|text)|prisma\/|next|react|@prisma|pg$)/,
  },
  {
    why: 'what may say who somebody is is found in a text alone',
    from: /^lib\/personal\//,
    to: /^(lib\/|app\/|components\/|prisma\/|next|react|@prisma|pg$)/,
  },
  {
    why: 'what is alike is weighed without a database',
    from: /^lib\/similar\/(?!(duplicates|solved|nearest-in-sql|read-like|reader)\.ts)/,
    to: /^(lib\/(?!similar\/|categories\/tree|places\/point$)|app\/|components\/|prisma\/|next|react|@prisma|pg$)/,
  },
  {
    why: 'only these files touch the database',
    from: /^(app|components)\//,
    to: /^(lib\/db\/|@prisma|pg$)/,
  },
  {
    why: 'ui knows no domain',
    from: /^components\/ui\//,
    to: /^(lib\/(?!i18n\/|text|forms)|app\/|components\/(?!ui\/))/,
  },
  {
    why: 'what makes up fraud knows nothing of what finds it',
    from: /^scripts\/simulate-fraud\//,
    to: /^lib\/(detectors|measures)\//,
  },
  { why: 'lib does not know pages', from: /^lib\//, to: /^(app|components)\// },
  {
    why: 'next stops at the door of lib',
    from: /^lib\/(?!auth\/|i18n\/|contacts\/)/,
    to: /^(next|react)(\/|$)/,
  },
];

/** Proofs of who someone is are made only here. */
const minters = /^(lib\/(auth|jobs|exchange|people)\/|prisma\/seed\/|tests\/|scripts\/)/;

const sources = ['app', 'components', 'lib', 'prisma', 'scripts'].flatMap((folder) =>
  filesIn(folder),
);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((it) => {
    const path = posix.join(folder, it.name);
    if (path === 'lib/db/generated') return [];
    return it.isDirectory() ? filesIn(path) : /\.tsx?$/.test(path) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((it) => it[1] ?? '');
  return named.map((it) => {
    if (it.startsWith('@/')) return it.slice(2);
    return it.startsWith('.') ? posix.join(posix.dirname(file), it) : it;
  });
}

it.each(forbidden)('$why', ({ from, to }) => {
  const guilty = sources
    .filter((file) => from.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((it) => to.test(it))
        .map((it) => `${file} → ${it}`),
    );
  expect(guilty).toEqual([]);
});

it('only doors, jobs, imports, seeds and tests mint actors', () => {
  const guilty = sources
    .filter((file) => !minters.test(file) && file !== 'lib/people/actor.ts')
    .filter((file) =>
      /\bmint[A-Z]\w*\(/.test(readFileSync(file, 'utf8').replaceAll('mintForResident', '')),
    );
  expect(guilty).toEqual([]);
});

it('no drawers: files are named by the thought they hold', () => {
  const drawers = /(^|\/)(utils?|helpers?|managers?|services?|types|misc|index)\.tsx?$/;
  expect(sources.filter((it) => drawers.test(it))).toEqual([]);
});

it('sees through relative and aliased imports alike', () => {
  expect(importsOf(join('lib', 'appeals', 'perform.ts'))).toContain('lib/appeals/decide');
  expect(importsOf('lib/appeals/perform.ts')).toContain('lib/db/client');
});
