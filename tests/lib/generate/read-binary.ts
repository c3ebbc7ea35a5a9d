/** Rows of COPY's binary form taken apart again: the bytes of each cell, null where there is none. */
export function readBinary(rows: Uint8Array): (Buffer | null)[][] {
  const bytes = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
  const found: (Buffer | null)[][] = [];
  let at = 19;
  for (let cells = bytes.readInt16BE(at); cells >= 0; cells = bytes.readInt16BE(at)) {
    at += 2;
    const row: (Buffer | null)[] = [];
    for (let nth = 0; nth < cells; nth++) {
      const size = bytes.readInt32BE(at);
      row.push(size < 0 ? null : bytes.subarray(at + 4, at + 4 + size));
      at += 4 + Math.max(size, 0);
    }
    found.push(row);
  }
  if (at + 2 !== bytes.length) throw new Error('bytes behind the end');
  return found;
}
