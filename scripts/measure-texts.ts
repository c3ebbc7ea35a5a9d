import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownCounty } from './bench/own-county';
import { runScript } from './launcher/refusal';
import { root } from './launcher/root';
import { say } from './launcher/say';
import { readLabels } from './measure-texts/labels';
import { readTexts } from './measure-texts/texts';

/**
 * How often the suggestion of duplicates and of categories is right on real texts, against what a person said
 * of some of them: `npm run measure-texts`, with the folder of the texts if it lies elsewhere. The texts are
 * not ours and stay where they are.
 */
await runScript(async () => {
  const folder = resolve(process.argv[2] ?? join(root, '../shared/data'));
  const file = join(folder, 'appeals_with_supports_zh.csv');
  const labels = join(root, 'tests/fixtures/real-texts.json');
  for (const it of [file, labels]) {
    if (existsSync(it)) continue;
    say(`${it} is not there: nothing is measured.`);
    return 0;
  }
  process.env.LOG_LEVEL = 'error';
  await ownCounty();
  const { installCast } = await import('@/prisma/seed/install-cast');
  const { measureTexts } = await import('./measure-texts/measure');
  const { db } = await import('@/lib/db/client');
  const cast = await installCast();
  const texts = readTexts(readFileSync(file, 'utf8'));
  const known = readLabels(readFileSync(labels, 'utf8'));
  for (const it of await measureTexts(texts, known, cast)) say(it);
  await db().$disconnect();
  return 0;
});
