import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { decrypt } from '@/lib/contacts/cipher';
import { maskPhone } from '@/lib/contacts/mask';
import { db } from '@/lib/db/client';
import { readSettings } from '@/lib/env';
import { mintResident } from '@/lib/people/actor';
import { installReferenceData } from '@/prisma/seed/reference';
import { readManifest } from '@/scripts/backup/manifest';
import { restoreBackup } from '@/scripts/backup/restore-backup';
import { entriesOf } from '@/scripts/backup/tree';
import { joinCluster } from '@/scripts/launcher/cluster';
import { keyFiles, keyIn, keysInFiles } from '@/scripts/launcher/key-files';
import { isRunning } from '@/scripts/launcher/life';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnCluster, ownCluster } from '../support/own-cluster';
import { runScript } from '../support/scripts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'huiyin-backup-')));
chmodSync(folder, 0o711);
const backup = join(folder, 'backup');
const keys = join(folder, 'keys');
const restored = join(folder, 'restored');
const filed: string[] = [];
let own: OwnCluster;
/** The server of a backup that was killed. */
let stray: number;

beforeAll(async () => {
  own = await ownCluster();
  await installReferenceData();
  await db().installation.update({ where: { id: 1 }, data: { setUpAt: new Date() } });
});

afterAll(async () => {
  await db().$disconnect();
  await own.remove();
  rmSync(folder, { recursive: true });
});

/** Files one appeal after the other for as long as work goes on. */
async function whileFiling<T>(work: Promise<T>): Promise<T> {
  let going = true;
  const write = async () => {
    while (going) {
      const input = { what: '楼道的灯不亮', place: '安康里 6 号楼', phone: '13812345678' };
      const done = await fileAppeal({ input }, mintResident());
      if (!done.ok) throw new Error(JSON.stringify(done));
      filed.push(done.caseNumber);
    }
  };
  const end = () => {
    going = false;
  };
  const [result] = await Promise.all([work.finally(end), write()]);
  return result;
}

function putPhoto(path: string, text: string): void {
  const place = join(own.data, 'photos', path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

const backUp = (...args: string[]) => runScript('backup', args, { HUIYIN_DATA: own.data });
const restore = (...args: string[]) => runScript('restore', args, { HUIYIN_DATA: own.data }).answer;

/** Appears in a folder that is there, or is there. */
async function appears(path: string, name: string): Promise<void> {
  const watcher = watch(path);
  while (!existsSync(join(path, name))) await once(watcher, 'change');
  watcher.close();
}

test('a killed backup is none', async () => {
  const { child, answer } = backUp(backup);
  const partial = `${backup}.partial`;
  await appears(folder, 'backup.partial');
  await appears(partial, 'data');
  await appears(join(partial, 'data'), 'postmaster.pid');
  // The file is there a moment before the server has written itself into it.
  const server = await vi.waitUntil(() =>
    Number.parseInt(readFileSync(join(partial, 'data/postmaster.pid'), 'utf8'), 10),
  );
  child.kill('SIGKILL');
  await answer;
  expect(isRunning(server)).toBe(true);
  expect(existsSync(backup)).toBe(false);
  const wanted = { backup: partial, keys: undefined, data: restored };
  await expect(restoreBackup(readSettings({}), wanted)).rejects.toThrow(
    `${partial} is no finished backup: it has no manifest.json.`,
  );
  expect(await backUp(join(folder, 'other'), '--keys', join(folder, 'other/keys')).answer).toEqual({
    code: 1,
    said: 'The keys must lie apart from the backup: name a folder outside of it.',
  });
  stray = server;
});

test('a backup is made while people file, and restored elsewhere', async () => {
  const enough = filed.length + 20;
  await whileFiling(vi.waitUntil(() => filed.length >= enough, { timeout: 30_000 }));
  const acknowledged = [...filed];
  putPhoto('ab/one.large.webp', 'a picture');
  putPhoto('incoming/half', 'half a picture');
  const made = await whileFiling(backUp(backup, '--keys', keys).answer);
  expect(made).toEqual({ code: 0, said: expect.stringContaining(', 0 faults.\n') });
  expect(made.said).toContain(`The keys are apart from it, in ${keys}: secret.`);
  // What the killed one left is gone.
  expect(isRunning(stray)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['backup', 'keys']);
  const { tables, log } = readManifest(backup);
  expect(tables.Appeal).toBeGreaterThanOrEqual(acknowledged.length);
  expect(tables.Appeal).toBeLessThan(filed.length);
  expect(log).toEqual({ appeals: tables.Appeal, events: tables.Event, faults: 0 });

  const told = await restore(backup, '--keys', keys, '--data', restored);
  expect(told).toEqual({
    code: 0,
    said: expect.stringContaining(`Start it with: HUIYIN_DATA=${restored} npm start`),
  });
  expect(told.said).toContain(`${tables.Appeal} appeals, ${tables.Event} events, 0 faults.`);
  expect(readFileSync(join(restored, 'photos/ab/one.large.webp'), 'utf8')).toBe('a picture');
  expect(existsSync(join(restored, 'photos/incoming'))).toBe(false);
  const there = await joinCluster(restored, false);
  try {
    const { rows } = await withClient(there.webUrl, (client) =>
      client.query<{ number: string }>('SELECT "caseNumber" AS number FROM "Appeal"'),
    );
    const numbers = new Set(rows.map(({ number }) => number));
    expect(numbers.size).toBe(tables.Appeal);
    expect(acknowledged.filter((number) => !numbers.has(number))).toEqual([]);
    await readWithKeys(there.webUrl);
  } finally {
    await there.leave();
  }
}, 120_000);

/** With the keys a number is read, with others it is not. */
async function readWithKeys(url: string): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ voiceId: string; phone: string }>(
      'SELECT "voiceId", phone FROM "Contact" LIMIT 1',
    ),
  );
  const { voiceId = '', phone = '' } = rows[0] ?? {};
  expect(maskPhone(decrypt(phone, voiceId))).toBe('138****5678');
  expect(readFileSync(join(keys, 'secret'), 'utf8').trim()).toBe(process.env.HUIYIN_SECRET);
  vi.resetModules();
  vi.stubEnv('HUIYIN_SECRET', 'a secret of some other installation');
  const stranger = await import('@/lib/contacts/cipher');
  expect(() => stranger.decrypt(phone, voiceId)).toThrow(/unable to authenticate data/);
  vi.unstubAllEnvs();
}

test('no key and no password lies in the backup, and nobody else can look into it', () => {
  const { passwords } = JSON.parse(readFileSync(join(own.data, 'database.json'), 'utf8'));
  const secrets = [process.env.HUIYIN_SECRET ?? '', ...Object.values<string>(passwords)];
  const holders = (place: string, words: string[]) =>
    [...entriesOf(place)]
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => ({ path, bytes: readFileSync(join(place, path)) }))
      .filter(({ bytes }) => words.some((word) => bytes.includes(word)))
      .map(({ path }) => path);
  expect(holders(backup, secrets)).toEqual([]);
  expect(holders(backup, ['楼道的灯不亮'])).not.toEqual([]);
  for (const path of [backup, keys]) expect(statSync(path).mode & 0o777).toBe(0o700);
  for (const path of [join(backup, 'manifest.json'), join(keys, 'secret')]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
});

test('a damaged backup is refused with the name of the file, and the place stays empty', async () => {
  const place = join(folder, 'place');
  const refusal = (data = place, keysAt: string | undefined = keys) =>
    restoreBackup(readSettings({}), { backup, keys: keysAt, data }).then(
      () => 'restored',
      (error: Error) => error.message,
    );
  const edit = (name: string, change: (text: string) => string) => {
    const text = readFileSync(join(backup, name), 'latin1');
    writeFileSync(join(backup, name), change(text), 'latin1');
    return () => writeFileSync(join(backup, name), text, 'latin1');
  };
  const relation = [...entriesOf(backup, 'data/base')].find(
    ({ path }) => /\/\d+$/.test(path) && statSync(join(backup, path)).size > 8000,
  )?.path;
  if (!relation) throw new Error('there is no relation');

  const flip = (text: string) =>
    `${text.slice(0, 4000)}${String.fromCharCode(text.charCodeAt(4000) ^ 1)}${text.slice(4001)}`;
  let mend = edit(relation, flip);
  expect(await refusal()).toBe(`The backup is damaged: ${relation} is not what it was.`);
  mend();

  mend = edit('photos/ab/one.large.webp', (text) => text.toUpperCase());
  expect(await refusal()).toMatch(/: photos\/ab\/one\.large\.webp is not what it was\.$/);
  mend();

  renameSync(join(backup, relation), join(backup, 'aside'));
  expect(await refusal()).toBe(`The backup is damaged: ${relation} is missing.`);
  renameSync(join(backup, 'aside'), join(backup, relation));

  cpSync(join(backup, relation), join(backup, 'data/base/1/1'));
  expect(await refusal()).toBe('The backup is damaged: data/base/1/1 does not belong to it.');
  rmSync(join(backup, 'data/base/1/1'));

  mend = edit('files.sha256', (text) => text.replace(/^./, (it) => (it === '0' ? '1' : '0')));
  expect(await refusal()).toMatch(/: files\.sha256 is not the list its manifest was made with\.$/);
  mend();

  mend = edit('manifest.json', (text) => text.slice(0, -10));
  expect(await refusal()).toBe('The backup is damaged: manifest.json cannot be read.');
  mend();

  mend = edit('manifest.json', (text) => text.replace(/"Appeal": (\d+)/, '"Appeal": 1'));
  expect(await refusal()).toMatch(/: Appeal has \d+ rows, its manifest says 1\.$/);
  mend();

  mend = edit('manifest.json', (text) => text.replace('"0001_first"', '"0000_other"'));
  expect(await refusal()).toMatch(/with migration 0000_other, which this version does not know\.$/);
  mend();

  const strange = join(folder, 'strange-keys');
  mkdirSync(strange);
  writeFileSync(join(strange, 'secret'), 'a secret of some other installation\n');
  expect(await refusal(place, strange)).toBe(
    `The keys in ${strange} are not those of this backup (secret).`,
  );
  expect(await refusal(restored)).toMatch(/ is not empty; a backup is restored into an empty/);
  expect(existsSync(place)).toBe(false);
});

/** Reads a number as a process started on this data directory alone does: no key stands in its environment. */
async function readAlone(data: string): Promise<string> {
  const there = await joinCluster(data, false);
  try {
    const { rows } = await withClient(there.webUrl, (client) =>
      client.query<{ voiceId: string; phone: string }>(
        'SELECT "voiceId", phone FROM "Contact" WHERE phone = $1',
        [sealedOnce],
      ),
    );
    const { voiceId = '', phone = '' } = rows[0] ?? {};
    for (const { setting } of keyFiles) vi.stubEnv(setting, '');
    vi.stubEnv('HUIYIN_DATA', data);
    vi.stubEnv('HUIYIN_SECRET', keyIn(data, 'secret') ?? '');
    const { dataDirectory } = readSettings(process.env);
    for (const [name, key] of Object.entries(keysInFiles(dataDirectory, process.env))) {
      vi.stubEnv(name, key);
    }
    vi.resetModules();
    const cipher = await import('@/lib/contacts/cipher');
    return cipher.decrypt(phone, voiceId);
  } finally {
    vi.unstubAllEnvs();
    await there.leave();
  }
}

/** What stands under a key of before, when the key was changed and the values have not followed yet. */
let sealedOnce = '';

const ownKeys = {
  'contact-key': 'the key of contacts, of thirty-two letters',
  'contact-key-before': 'the key of contacts before, of so many letters',
  'seal-key': 'the key of seals, of thirty-two letters and more',
  'seal-key-before': 'the key of seals before, of thirty-two letters',
};
const asSettings = (keys: Record<string, string>) =>
  Object.fromEntries(keyFiles.map(({ file, setting }) => [setting, keys[file] ?? '']));

test('with the keys folder alone a restored backup is read, whatever keys were set', async () => {
  const [voice] = await db().contact.findMany({ take: 1 });
  vi.stubEnv('HUIYIN_CONTACT_KEY', ownKeys['contact-key-before']);
  vi.resetModules();
  const before = await import('@/lib/contacts/cipher');
  sealedOnce = before.encrypt('13812345678', voice?.voiceId ?? '');
  vi.unstubAllEnvs();
  await db().contact.update({
    where: { voiceId: voice?.voiceId ?? '' },
    data: { phone: sealedOnce },
  });
  const later = join(folder, 'later');
  const folderOfAll = join(folder, 'all-keys');
  const place = join(folder, 'all');
  const run = (name: string, settings: object, ...args: string[]) =>
    runScript(name, args, { HUIYIN_DATA: own.data, ...settings }).answer;

  const made = await run('backup', asSettings(ownKeys), later, '--keys', folderOfAll);
  const names = ['secret', ...Object.keys(ownKeys)];
  expect(made.said).toContain(
    `The keys are apart from it, in ${folderOfAll}: ${names.join(', ')}.`,
  );
  expect(readdirSync(folderOfAll).sort()).toEqual(names.toSorted());
  for (const file of names) expect(statSync(join(folderOfAll, file)).mode & 0o777).toBe(0o600);

  const told = await run('restore', {}, later, '--keys', folderOfAll, '--data', place);
  expect(told).toMatchObject({ code: 0 });
  expect(await readAlone(place)).toBe('13812345678');
  // What starts there hands the keys on to a backup of its own.
  const onward = await runScript('backup', [join(folder, 'onward'), '--keys', folderOfAll], {
    HUIYIN_DATA: place,
  }).answer;
  expect(onward.said).toContain(`${folderOfAll}: ${names.join(', ')}.`);

  // Control: with one file gone nothing is restored, and without it nothing would be read.
  const lacking = join(folder, 'lacking');
  cpSync(folderOfAll, lacking, { recursive: true });
  rmSync(join(lacking, 'contact-key-before'));
  expect(await run('restore', {}, later, '--keys', lacking, '--data', `${place}2`)).toEqual({
    code: 1,
    said: `There is no file contact-key-before in ${lacking}; the backup was made with that key.`,
  });
  rmSync(join(place, 'contact-key-before'));
  await expect(readAlone(place)).rejects.toThrow('not at hand');

  // A key that was changed goes into another folder, since older backups need the one before.
  const changed = asSettings({
    ...ownKeys,
    'contact-key': 'yet another key of thirty-two letters',
  });
  expect(await run('backup', changed, join(folder, 'newer'), '--keys', folderOfAll)).toEqual({
    code: 1,
    said: `${folderOfAll} holds another contact-key, of another installation or of before it was changed. Older backups may need it: name another folder.`,
  });
  expect(existsSync(join(folder, 'newer'))).toBe(false);
}, 120_000);

test('what it cannot do it says', async () => {
  const taken = join(folder, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'something'), '');
  const cutOff = join(folder, 'cut-off');
  mkdirSync(cutOff);
  writeFileSync(join(cutOff, 'restore.unfinished'), '');
  await expect(joinCluster(cutOff, false)).rejects.toThrow(
    `A restore into ${cutOff} was cut off; empty the folder, restore again.`,
  );
  const within = join(own.cluster.home.place, 'data/backup');
  const [full, outside, nothing, wrong] = await Promise.all([
    backUp(taken).answer,
    runScript('backup', [], { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' }).answer,
    runScript('backup', [], { HUIYIN_DATA: taken }).answer,
    restore(backup, '--data', join(folder, 'place')),
  ]);
  expect(full).toEqual({
    code: 1,
    said: `${taken} is not empty; a backup goes into a folder of its own.`,
  });
  expect(await backUp(within).answer).toEqual({
    code: 1,
    said: `${within} lies in the database itself; name a folder outside of it.`,
  });
  expect(outside).toEqual({
    code: 1,
    said: expect.stringContaining('pg_basebackup or pgBackRest'),
  });
  expect(nothing).toEqual({ code: 1, said: `There is no database in HUIYIN_DATA (${taken}).` });
  expect(wrong).toEqual({ code: 2, said: expect.stringContaining('names and telephone numbers') });
});
