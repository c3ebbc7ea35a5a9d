import { deflateSync } from 'node:zlib';
import type { PhotoFile } from './photo-files';

interface Parts {
  /** What the catalog holds beside its pages. */
  catalog?: string;
  /** Further objects, from number 4 on. */
  objects?: readonly (string | Buffer)[];
  /** What the trailer holds beside its root. */
  trailer?: string;
}

/** A PDF of one empty page by the book (ISO 32000-2, 7.5): header, objects, cross-references, trailer. */
export function pdf({ catalog = '', objects = [], trailer = '' }: Parts = {}): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...objects,
  ];
  let file = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const offsets = all.map((object, nth) => {
    const offset = file.length;
    const body = Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1');
    file = Buffer.concat([
      ...[file, Buffer.from(`${nth + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')],
    ]);
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = all.length + 1;
  const tail = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(tail)]);
}

export const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    ...[bytes, Buffer.from('\nendstream')],
  ]);

/** Objects packed together, as most writers of today do. */
const packed = (text: string, more = ''): Buffer =>
  stream(
    `/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ${more}`,
    deflateSync(Buffer.from(`4 0 ${text}`, 'latin1')),
  );

/** Bytes that compress to nothing much and hold what a scanner's picture may hold by chance. */
const noise = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let state = 12345;
  for (let at = 0; at < length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[at] = state >> 16;
  }
  bytes.write('/EF\0 /JS\0 /F#', 100, 'latin1');
  return bytes;
};

const runs = '<< /S /JavaScript /JS (app.alert(1)) >>';

/** PDFs good and bad, and what is neither, with what is expected of each. */
export function pdfFiles({ jpeg, png }: { jpeg: Buffer; png: Buffer }): PhotoFile[] {
  const whole = pdf();
  const files: PhotoFile[] = [];
  const add = (becomes: PhotoFile['becomes'], given: Record<string, Buffer>) => {
    for (const [name, bytes] of Object.entries(given)) files.push({ name, bytes, becomes });
  };
  const image = `/Type /XObject /Subtype /Image /Width 60 /Height 40 /Filter /DCTDecode`;
  add('pdf', {
    'plain.pdf': whole,
    'named.jpg': whole,
    'no-name-pdf': whole,
    '../../名字 "引号".pdf': whole,
    'scanned.pdf': pdf({ objects: [stream(image, jpeg)] }),
    'large-scan.pdf': pdf({ objects: [stream(image, noise(3_000_000))] }),
    'packed.pdf': pdf({ objects: [packed('<< /Type /Font >>')] }),
    'signed-by-its-maker.pdf': pdf({ trailer: '/Info << /Author (PDF-CANARY) >>' }),
    'link.pdf': pdf({
      objects: ['<< /Type /Annot /A << /S /URI /URI (https://example.com) >> >>'],
    }),
    'opens-at.pdf': pdf({ catalog: '/OpenAction [3 0 R /Fit]' }),
    'form.pdf': pdf({ catalog: '/AcroForm << /Fields [] >>' }),
    // Mail programs and printers put something before and behind it.
    'before.pdf': Buffer.concat([Buffer.alloc(1024, ' '), whole]),
    'behind.pdf': Buffer.concat([whole, Buffer.alloc(900)]),
    // Two things at once: it is saved and never shown, so that the other thing does not come to pass.
    'page.html': Buffer.concat([Buffer.from('<script>alert(1)</script>'), whole]),
    'archive.zip': Buffer.concat([whole, Buffer.from('PK\u0003\u0004 and so on')]),
    'says-javascript.pdf': pdf({ objects: ['(JavaScript, Launch and Encrypt are only words)'] }),
  });
  // A picture's first bytes make it a picture, which is made anew: nothing of the PDF is left.
  add('taken', {
    'picture.pdf': jpeg,
    'picture-png.pdf': png,
    'both.pdf': Buffer.concat([jpeg, whole]),
  });
  add('pdfLocked', {
    'locked.pdf': pdf({ trailer: '/Encrypt << /Filter /Standard /V 2 >>' }),
    'locked-apart.pdf': pdf({ trailer: '/Encrypt 4 0 R', objects: ['<< /Filter /Standard >>'] }),
    'locked-written-otherwise.pdf': pdf({ trailer: '/Enc#72ypt 4 0 R' }),
  });
  add('pdfActive', {
    'runs.pdf': pdf({ catalog: `/OpenAction ${runs}` }),
    'runs-apart.pdf': pdf({ catalog: '/OpenAction 4 0 R', objects: [runs] }),
    'runs-written-otherwise.pdf': pdf({ catalog: '/OpenAction << /S /J#61v#61Script /JS () >>' }),
    'runs-packed.pdf': pdf({ catalog: '/OpenAction 4 0 R', objects: [packed(runs)] }),
    'runs-packed-otherwise.pdf': pdf({ objects: [packed(runs.replace('Java', 'J#61va'))] }),
    'runs-by-name.pdf': pdf({ catalog: '/Names << /JavaScript 4 0 R >>' }),
    'starts.pdf': pdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
    'holds-file.pdf': pdf({ objects: [stream('/Type /EmbeddedFile', whole)] }),
    'holds-nameless-file.pdf': pdf({ objects: ['<< /F (a.exe) /EF << /F 5 0 R >> >>'] }),
    'holds-file-apart.pdf': pdf({ objects: ['<< /F (a.exe) /EF 5 0 R >>'] }),
    'plays.pdf': pdf({ objects: ['<< /Subtype /RichMedia >>'] }),
    'sends.pdf': pdf({ objects: ['<< /S /SubmitForm /F (https://example.com) >>'] }),
    'xfa.pdf': pdf({ catalog: '/AcroForm << /XFA 4 0 R >>' }),
    'behind-the-end.pdf': Buffer.concat([
      whole,
      Buffer.from(`4 0 obj ${runs} endobj\nstartxref\n0\n%%EOF`),
    ]),
  });
  add('pdfBroken', {
    'paper.jpg': Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj'),
    'head-only.pdf': Buffer.from('%PDF-'),
    'end-first.pdf': Buffer.concat([whole.subarray(0, 40), Buffer.from('%%EOF'), noise(2_000)]),
    'long-tail.pdf': Buffer.concat([whole, Buffer.alloc(1_100)]),
    // What cannot be unpacked cannot be looked through.
    'packed-broken.pdf': pdf({
      objects: [stream('/Type /ObjStm /Filter /FlateDecode', noise(200))],
    }),
    'packed-twice.pdf': pdf({
      objects: [packed('<< >>', '/DecodeParms << /Predictor 12 >>')],
    }),
    'packed-otherwise.pdf': pdf({
      objects: [stream('/Type /ObjStm /Filter /LZWDecode', Buffer.from('aabbcc'))],
    }),
    'packed-bomb.pdf': pdf({
      objects: [
        stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(80_000_000))),
      ],
    }),
    ...Object.fromEntries(
      [0.1, 0.5, 0.9].map((part) => [
        `cut-${part}.pdf`,
        whole.subarray(0, Math.ceil(whole.length * part)),
      ]),
    ),
  });
  add('photoKind', { 'late.pdf': Buffer.concat([Buffer.alloc(1025, ' '), whole]) });
  return files;
}
