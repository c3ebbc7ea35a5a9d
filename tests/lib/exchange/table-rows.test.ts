import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableRows } from '@/lib/exchange/table-rows';

async function* chunksOf(bytes: Buffer, size = bytes.length) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(content: string | Buffer, size?: number) {
  const rows = [];
  for await (const row of tableRows(chunksOf(Buffer.from(content), size))) rows.push(row);
  return rows;
}

const brief = async (content: string | Buffer) =>
  (await rowsOf(content)).map(({ line, cells, fault }) => [line, cells ?? fault?.code]);

describe('rows of a table', () => {
  it('begin at the line they begin at, however many lines they go over', async () => {
    expect(await brief('a,b\n1,"x\ny ""z"""\n\n2,w')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\ny "z"']],
      [5, ['2', 'w']],
    ]);
  });

  it('may end in CR LF and begin with a byte order mark', async () => {
    expect(await brief('\ufeffa,b\r\n1,"x\r\ny"\r\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\ny']],
    ]);
  });

  it('that are not UTF-8 or hold a NUL cost themselves alone', async () => {
    const gbk = Buffer.from([0x31, 0x2c, 0xc2, 0xb7, 0xb5, 0xc6]);
    const content = Buffer.concat([Buffer.from('a,b\n'), gbk, Buffer.from('\n2,x\0\n3,y\n')]);
    expect(await brief(content)).toEqual([
      [1, ['a', 'b']],
      [2, 'notUtf8'],
      [3, 'nul'],
      [4, ['3', 'y']],
    ]);
  });

  it('with an open quotation mark give up one line, to the end of the file or to the next mark', async () => {
    expect(await brief('1,"x\n2,y\n3,z\n')).toEqual([
      [1, 'quotes'],
      [2, ['2', 'y']],
      [3, ['3', 'z']],
    ]);
    expect(await brief('1,"x\n2,"y"\n3,z\n')).toEqual([
      [1, 'quotes'],
      [2, ['2', 'y']],
      [3, ['3', 'z']],
    ]);
    expect(await brief('1,5" wide\n2,"y"\n')).toEqual([
      [1, 'quotes'],
      [2, ['2', 'y']],
    ]);
  });

  it('too big to be read are left out without being kept', async () => {
    const big = 'x'.repeat(5 * 1024 * 1024);
    expect(await brief(`1,a\n2,${big}\n3,"${big}\n${big}"\n4,b\n`)).toEqual([
      [1, ['1', 'a']],
      [2, 'tooBig'],
      [3, 'tooBig'],
      [4, 'tooBig'],
      [5, ['4', 'b']],
    ]);
  });

  it('are the same however the bytes arrive, and tell how far the file is read', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '街', '😀'),
      maxLength: 6,
    });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const content = table.map((row) => row.map(quoted).join(',')).join('\n');
          const rows = await rowsOf(content, size);
          expect(rows.map((it) => it.cells)).toEqual(table);
          expect(rows.at(-1)?.readTo).toBe(Buffer.byteLength(content));
        },
      ),
      { numRuns: 200 },
    );
  });
});
