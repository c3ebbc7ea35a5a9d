import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { caseProof } from '@/lib/integrity/case-proof';
import { proofLine } from '@/lib/integrity/sealed-log';
import { sealDue } from '@/lib/integrity/sealer';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { type OwnCluster, ownCluster } from '../support/own-cluster';
import { runScript } from '../support/scripts';

/** The commands as whoever runs the server, and whoever checks them, calls them. */

let own: OwnCluster;
const folder = mkdtempSync(join(tmpdir(), 'huiyin-sealed-'));
const [log, roots, proof] = ['log', 'roots', 'proof'].map((it) => join(folder, it)) as [
  string,
  string,
  string,
];

const run = (name: string, ...args: string[]) =>
  runScript(name, args, { HUIYIN_DATA: own.data }).answer;

/** Without any installation. */
const offline = (...args: string[]) =>
  runScript('verify', args, { HUIYIN_DATA: join(folder, 'nothing') }).answer;

beforeAll(async () => {
  own = await ownCluster();
  const { installReferenceData } = await import('@/prisma/seed/reference');
  const { installCast } = await import('@/prisma/seed/install-cast');
  await installReferenceData();
  await installCast();
  const input = { what: '路灯不亮', place: '东街 1 号', phone: '13812345678' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  await fileAppeal({ input: { ...input, place: '西街 1 号' } }, mintResident());
  await sealDue();
  await fileAppeal({ input: { ...input, place: '北街 1 号' } }, mintResident());
  const found = await caseProof(mintVoice(filed.voiceId, filed.appealId));
  writeFileSync(proof, `${proofLine(found.proof)}\n`);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await own.remove();
});

test('what is exported is checked elsewhere, and a changed letter is named', async () => {
  expect(await run('export-log', log)).toEqual({
    code: 0,
    said: expect.stringMatching(/^3 steps in [\d.]+ s \(\d+ a second\): /),
  });
  expect(statSync(log).mode & 0o777).toBe(0o600);
  expect(await run('export-log', roots, '--roots')).toMatchObject({ code: 0 });
  const { code, said } = await offline(log, '--roots', roots);
  expect(said).toMatch(
    /^3 steps of 3 cases under 2 seals .*: adds up\n1 steps came after the last/,
  );
  expect(code).toBe(0);
  const text = readFileSync(log, 'utf8');
  writeFileSync(log, text.replace('"round":1', '"round":2'));
  expect(await offline(log)).toEqual({
    code: 1,
    said: expect.stringMatching(/^first break, line 3: case [\w-]+, step 1: altered$/),
  });
});

test('a proof is checked with roots, and not without', async () => {
  expect(await offline('--proof', proof, '--roots', roots)).toEqual({
    code: 0,
    said: expect.stringMatching(/^case [\w-]+: steps 1 to 1 stand in the sealed log$/),
  });
  expect((await offline('--proof', proof)).code).toBe(1);
  const forged = readFileSync(proof, 'utf8').replace(/"hash":"./, '"hash":"x');
  writeFileSync(proof, forged);
  expect(await offline('--proof', proof, '--roots', roots)).toMatchObject({ code: 1 });
});

test('the running database is checked against roots that were kept', async () => {
  const { code, said } = await run('verify', '--roots', roots);
  expect(said).toMatch(/3 appeals, 3 events, 0 faults\n3 steps of 3 cases under 2 seals/);
  expect(code).toBe(0);
});
