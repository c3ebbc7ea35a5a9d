/**
 * One PDF looked through, in a process of its own. `node pdf-apart.mjs <from>` prints `{"bytes", "sha256"}` as JSON, or
 * `{"code": …}`. It reads names (ISO 32000-2, 7.3.5), in the file and in its object streams (7.5.7), and understands
 * nothing else: a scan, no proof.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

const [from = ''] = process.argv.slice(2);
/** Bytes at both ends in which a PDF says that it is one. */
const end = 1024;
/** Bytes of all object streams together, unpacked. */
const mostUnpacked = 64 * 1024 * 1024;

/** What runs, starts or loads something, asks for something to be sent, or is a file within the file. */
const active = new Set(
  'JavaScript Launch EmbeddedFile EmbeddedFiles RichMedia Rendition XFA SubmitForm ImportData GoToE'.split(
    ' ',
  ),
);

const textOf = (bytes) => bytes.toString('latin1');

/** Every name of a text, without its stroke, `#4a` unfolded: where it begins, and where it ends. */
function* namesIn(text) {
  for (const { 0: whole, 1: written, index } of text.matchAll(/\/([^\s\0()<>[\]{}/%]{2,60})/g)) {
    const name = written.replace(/#([\da-f]{2})/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    yield { name, index, after: index + whole.length };
  }
}

/** An entry EF is a file within the file; by two letters alone it would be found in any large picture. */
const holdsFile = (text, { name, after }) =>
  name === 'EF' && /^\s*(<<|\d+\s+\d+\s+R)/.test(text.slice(after, after + 40));

function isActive(text) {
  for (const it of namesIn(text)) if (active.has(it.name) || holdsFile(text, it)) return true;
  return false;
}

/** The object streams of a file, unpacked: where most files of today keep what a reader acts on. */
function* objectStreams(bytes, text) {
  let left = mostUnpacked;
  for (const { name, index } of namesIn(text)) {
    if (name !== 'ObjStm') continue;
    const opens = text.indexOf('stream', index);
    if (opens < 0) throw new Error('an object stream without its stream');
    const names = [...namesIn(text.slice(text.lastIndexOf('obj', index), opens))];
    // Unpacked already: its text is in the file's.
    if (!names.some((it) => it.name === 'Filter')) continue;
    if (names.some((it) => it.name === 'Predictor')) throw new Error('packed in two ways');
    const begins = opens + 'stream'.length + (text[opens + 6] === '\r' ? 2 : 1);
    const closes = text.indexOf('endstream', begins);
    const unpacked = inflateSync(bytes.subarray(begins, closes < 0 ? undefined : closes), {
      maxOutputLength: left,
    });
    left -= unpacked.length;
    yield textOf(unpacked);
  }
}

function codeOf(bytes) {
  const text = textOf(bytes);
  if (!text.slice(0, end + 5).includes('%PDF-') || !text.slice(-end).includes('%%EOF')) {
    return 'pdfBroken';
  }
  for (const { name } of namesIn(text)) if (name === 'Encrypt') return 'pdfLocked';
  if (isActive(text)) return 'pdfActive';
  for (const it of objectStreams(bytes, text)) if (isActive(it)) return 'pdfActive';
  return null;
}

async function check() {
  const bytes = await readFile(from);
  const code = codeOf(bytes);
  if (code) return { code };
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

// What cannot be unpacked cannot be looked through.
process.stdout.write(JSON.stringify(await check().catch(() => ({ code: 'pdfBroken' }))));
