import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownSettings } from '@/scripts/launcher/own-settings';
import { Refusal, runScript } from '@/scripts/launcher/refusal';
import { root } from '@/scripts/launcher/root';
import { say } from '@/scripts/launcher/say';
import { drawn } from './curves/drawing';
import { sizesIn } from './curves/sizes';
import { withTables } from './curves/tables';

/** Writes what the kept runs of `pages` say into docs/performance.md and draws docs/performance/curves.svg. */
await runScript(async () => {
  const sizes = sizesIn(join(ownSettings().dataDirectory, 'bench', 'runs'));
  if (sizes.length === 0) {
    throw new Refusal('No whole run is kept. First: npm run bench -- pages --cases 10000');
  }
  const document = join(root, 'docs/performance.md');
  writeFileSync(document, withTables(readFileSync(document, 'utf8'), sizes));
  mkdirSync(join(root, 'docs/performance'), { recursive: true });
  writeFileSync(join(root, 'docs/performance/curves.svg'), drawn(sizes));
  say(
    `Written from ${sizes.length} runs: docs/performance.md and docs/performance/curves.svg. Read them.`,
  );
  return 0;
});
