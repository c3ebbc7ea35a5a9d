/** A file as text, or what kept it from being read. */
export type FileText =
  | { ok: true; text: string }
  /** Not UTF-8, but GBK gives sense: offered, never done unasked. */
  | { ok: false; code: 'isGbk'; text: string }
  | { ok: false; code: 'unknownEncoding' };

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Controls but tab and line breaks: what a picture or an archive decodes to, never a table. */
const notText = /(?![\t\n\r])\p{Cc}/u;

/**
 * UTF-8 with or without a byte order mark, UTF-16 with one (spreadsheets' "Unicode text"). Anything
 * else is tried as GBK, which spreadsheets write on Chinese Windows.
 */
export function readText(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  const text = decode(bytes, marked ?? 'utf-8');
  if (text !== null) {
    return notText.test(text) ? { ok: false, code: 'unknownEncoding' } : { ok: true, text };
  }
  const gbk = decode(bytes, 'gbk');
  if (gbk === null || notText.test(gbk)) return { ok: false, code: 'unknownEncoding' };
  return { ok: false, code: 'isGbk', text: gbk };
}
