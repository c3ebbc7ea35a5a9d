import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { checkProof } from '@/lib/integrity/check-proof';
import { type Checks, verifyLog } from '@/lib/integrity/verify-log';
import { enterDatabase } from './launcher/enter-database';
import { Refusal, runScript } from './launcher/refusal';
import { say } from './launcher/say';
import { readVerifyArguments } from './sealed-log/arguments';
import { meant } from './sealed-log/called-from';
import { keptSeals } from './sealed-log/kept-seals';
import { logWords, proofWords } from './sealed-log/log-words';

/** Recomputes a log in a file or in the database: exit code 1 and a line for each thing that does not add up. */
await runScript(async () => {
  const { file, proof, roots } = readVerifyArguments(process.argv.slice(2));
  const expected = roots ? await keptSeals(meant(roots)) : [];
  if (proof) return verifyProof(meant(proof), expected);
  return file ? verifyFile(meant(file), { expected }) : verifyDatabase({ expected });
});

async function verifyFile(path: string, checks: Checks): Promise<number> {
  if (!existsSync(path)) throw new Refusal(`${path} is not there.`);
  return sealedLog(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }), checks);
}

async function verifyProof(path: string, seals: string[]): Promise<number> {
  if (!existsSync(path)) throw new Refusal(`${path} is not there.`);
  const found = checkProof(await readFile(path, 'utf8'), seals);
  for (const it of proofWords(found)) say(it);
  return found.fault === null ? 0 : 1;
}

async function sealedLog(pieces: AsyncIterable<string>, checks: Checks): Promise<number> {
  const begun = performance.now();
  const found = await verifyLog(pieces, checks);
  for (const it of logWords(found, (performance.now() - begun) / 1000)) say(it);
  return found.fault === null ? 0 : 1;
}

async function verifyDatabase(checks: Checks): Promise<number> {
  await enterDatabase();
  const { verifyChains } = await import('@/lib/integrity/verify-chains');
  const { db } = await import('@/lib/db/client');
  const { changedFiles } = await import('@/lib/photos/changed-files');
  const { logPieces } = await import('@/lib/integrity/read-log');
  const { appeals, events, erased, faults } = await verifyChains();
  for (const { caseNumber, seq, fault } of faults) say(`${caseNumber}: event ${seq} ${fault}`);
  let pictures = 0;
  for await (const { caseNumber, seq, fault } of changedFiles()) {
    say(`${caseNumber}: event ${seq} ${fault}`);
    pictures += 1;
  }
  const wrong = faults.length + pictures;
  const gone = await db().photo.count({ where: { largeGoneAt: { not: null } } });
  if (gone > 0) say(`${gone} large pictures and PDFs were deleted as laid down`);
  if (erased > 0) say(`${erased} texts were erased: their steps stand, their words are gone`);
  say(`${appeals} appeals, ${events} events, ${wrong} faults`);
  const sealed = await sealedLog(logPieces(), checks);
  return wrong > 0 ? 1 : sealed;
}
