// ASVS 5.0: 11.1.2, 11.2.1, 11.4.1, 11.4.3
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** That every algorithm in use stands in the table of docs/security.md, and every purpose of a key. */

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
const [, section = ''] = page.split('## Keys and algorithms\n');
const [table = ''] = section.split('\n## ');

const calls =
  /\b(createHash|createHmac|createCipheriv|hkdfSync|pbkdf2Sync|scryptSync|createECDH|createSign|generateKeyPairSync)\(\s*'([^']+)'/g;
/** As the table calls them. */
const names: Readonly<Record<string, string>> = {
  "createHash('sha256')": '| SHA-256 |',
  "createHmac('sha256')": '| HMAC-SHA-256 |',
  "createHmac('sha1')": '| HMAC-SHA-1, six digits (RFC 6238) |',
  "createCipheriv('aes-256-gcm')": '| AES-256-GCM,',
  "hkdfSync('sha256')": '| HKDF-SHA-256 (RFC 5869) |',
  "createECDH('prime256v1')": '| ECDSA P-256 ',
};

function used(text: string): string[] {
  return [...text.matchAll(calls)].map(([, what, which]) => `${what}('${which}')`);
}

/** Every file of ours that is run, not those made by tools. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((it) => join(root, folder, String(it)))
    .filter((it) => /\.(ts|tsx|mjs)$/.test(it) && !it.includes('/generated/'));
}

const texts = ['app', 'components', 'lib', 'prisma', 'scripts'].flatMap((folder) =>
  sources(folder).map((path) => ({ path, text: readFileSync(path, 'utf8') })),
);

test('every algorithm that is called stands in the table, and the table has no other', () => {
  const found = new Set(texts.flatMap(({ text }) => used(text)));
  expect([...found].sort()).toEqual(Object.keys(names).sort());
  for (const name of Object.values(names)) expect(table).toContain(name);
});

test('SHA-1 is called for authenticators alone', () => {
  const files = texts.filter(({ text }) => used(text).includes("createHmac('sha1')"));
  expect(files.map(({ path }) => path.slice(root.length + 1))).toEqual(['lib/auth/totp.ts']);
});

test('every purpose a key is made for stands in the table', () => {
  const keys = readFileSync(join(root, 'lib/auth/keys.ts'), 'utf8');
  const [purposes = ''] = /type Purpose =[^;]*/.exec(keys) ?? [];
  const all = [...purposes.matchAll(/'([\w-]+)'/g)].map(([, it]) => it ?? '');
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((it) => !table.includes(`\`${it}\``))).toEqual([]);
});

test('control: another algorithm would be found', () => {
  expect(used("const it = createHash( 'md5').update(text)")).toEqual(["createHash('md5')"]);
});
