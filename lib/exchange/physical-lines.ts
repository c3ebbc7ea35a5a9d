/** One line of a file as it stands there, without its line end. */
export interface PhysicalLine {
  /** From 1. */
  number: number;
  bytes: Buffer;
  /** True where the line was longer than allowed; `bytes` then holds nothing. */
  tooBig: boolean;
  /** Bytes of the file up to the end of this line. */
  readTo: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Lines ending in `\n` or `\r\n`, never holding more than one of at most `mostBytes`. */
export async function* physicalLines(
  source: AsyncIterable<Buffer>,
  mostBytes: number,
): AsyncGenerator<PhysicalLine> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 0;
  let readTo = 0;

  const keep = (part: Buffer) => {
    size += part.length;
    if (size > mostBytes) parts = [];
    else parts.push(part);
  };
  const finish = (): PhysicalLine => {
    number += 1;
    readTo += size;
    const tooBig = size > mostBytes;
    const bytes = withoutReturn(Buffer.concat(parts));
    parts = [];
    size = 0;
    return { number, bytes, tooBig, readTo };
  };

  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      keep(chunk.subarray(from, end));
      from = end + 1;
      readTo += 1;
      yield finish();
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}

const withoutReturn = (bytes: Buffer): Buffer =>
  bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
