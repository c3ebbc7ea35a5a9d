import sharp from 'sharp';
import type { PhotoProblem } from '@/lib/photos/kind';
import { pdfFiles } from './pdf-files';

type Becomes = 'taken' | 'pdf' | PhotoProblem;

/** A file somebody might send, and what must become of it: a picture taken, a PDF, or refused for this reason. */
export interface PhotoFile {
  name: string;
  bytes: Buffer;
  becomes: Becomes | readonly Becomes[];
}

/** Coloured noise: it compresses like a photograph, and each part is told from every other. */
const picture = (width = 60, height = 40) => {
  const raw = Buffer.alloc(width * height * 3);
  for (let at = 0; at < raw.length; at++) raw[at] = (at * 7919) % 251;
  return sharp(raw, { raw: { width, height, channels: 3 } });
};

const gps = {
  IFD0: { Make: 'Canary', Model: 'EXIF-CANARY' },
  IFD2: { DateTimeOriginal: '2026:11:20 08:15:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '39/1 54/1 20/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '116/1 23/1 29/1',
  },
};

/** A JPEG as a telephone writes it: when, where and by what. */
export const fromTelephone = (width = 60, height = 40): Promise<Buffer> =>
  picture(width, height).withExif(gps).jpeg().toBuffer();

const png = (width: number, height: number): Buffer => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const rest = Buffer.from('08020000000000000000000000', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, rest, Buffer.from('0000000049454e44ae426082', 'hex')]);
};

const boxOf = (brand: string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(200)]);

/** More than a hundred and fifty files, good and bad, with what is expected of each. */
export async function photoFiles(): Promise<PhotoFile[]> {
  const files: PhotoFile[] = [];
  const add = (name: string, bytes: Buffer, becomes: PhotoFile['becomes']) =>
    files.push({ name, bytes, becomes });
  const jpeg = await picture().jpeg().toBuffer();
  const pngFile = await picture().png().toBuffer();
  const webp = await picture().webp().toBuffer();
  const exif = await fromTelephone();

  for (const [name, bytes] of [
    ['plain.jpg', jpeg],
    ['plain.png', pngFile],
    ['plain.webp', webp],
    ['telephone.jpg', exif],
    ['progressive.jpg', await picture().jpeg({ progressive: true }).toBuffer()],
    ['grey.jpg', await picture().greyscale().jpeg().toBuffer()],
    ['cmyk.jpg', await picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['16-bit.png', await picture().toColourspace('rgb16').png().toBuffer()],
    ['palette.png', await picture().png({ palette: true }).toBuffer()],
    ['clear.png', await picture().ensureAlpha(0.5).png().toBuffer()],
    ['lossless.webp', await picture().webp({ lossless: true }).toBuffer()],
    ['one-pixel.png', await picture(1, 1).png().toBuffer()],
    ['long.jpg', await picture(4000, 3).jpeg().toBuffer()],
    ['wrong-name.gif', jpeg],
    ['no-name', pngFile],
    ['名字 有空格 & 引号".jpg', jpeg],
    ['../../etc/passwd', jpeg],
    ['<script>.png', pngFile],
    ['telephone.png', await picture().withExif(gps).png().toBuffer()],
    ['telephone.webp', await picture().withExif(gps).webp().toBuffer()],
  ] as const) {
    add(name, bytes, 'taken');
  }
  for (let orientation = 1; orientation <= 8; orientation++) {
    add(
      `turned-${orientation}.jpg`,
      await picture().withMetadata({ orientation }).jpeg().toBuffer(),
      'taken',
    );
  }
  // What is put behind or into a picture is not in what is made of it.
  const tails = [
    '<script>alert(1)</script>',
    '<?php system($_GET[0]); ?>',
    '%PDF-1.7',
    'PK\u0003\u0004',
  ];
  for (const [nth, tail] of tails.entries()) {
    add(`tail-${nth}.jpg`, Buffer.concat([jpeg, Buffer.from(tail)]), 'taken');
    add(`tail-${nth}.png`, Buffer.concat([pngFile, Buffer.from(tail)]), 'taken');
    const remark = Buffer.from(tail);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, remark.length + 2]), remark]);
    add(
      `within-${nth}.jpg`,
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      'taken',
    );
    const asPdf = tail.startsWith('%PDF');
    add(
      `before-${nth}.jpg`,
      Buffer.concat([Buffer.from(tail), jpeg]),
      asPdf ? 'pdfBroken' : 'photoKind',
    );
  }
  // Metadata larger than the picture.
  const much = Buffer.alloc(60_000, 'A');
  const segment = Buffer.concat([
    Buffer.from([0xff, 0xe1, (much.length + 2) >> 8, (much.length + 2) & 255]),
    much,
  ]);
  add(
    'huge-metadata.jpg',
    Buffer.concat([jpeg.subarray(0, 2), segment, segment, jpeg.subarray(2)]),
    'taken',
  );
  // Cut off anywhere.
  for (const [kind, bytes] of [
    ['jpg', exif],
    ['png', pngFile],
    ['webp', webp],
  ] as const) {
    for (const part of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      add(`cut-${part}.${kind}`, bytes.subarray(0, Math.ceil(bytes.length * part)), 'photoBroken');
    }
    for (let at = 0; at < 4; at++) {
      const spoilt = Buffer.from(bytes);
      spoilt.fill(0xee, 40 + at * 17, 60 + at * 17);
      add(`spoilt-${at}.${kind}`, spoilt, ['taken', 'photoBroken', 'photoPixels', 'photoMoves']);
    }
  }
  // Dimensions that would fill the memory, in a few bytes.
  for (const [width, height] of [
    [20_000, 20_000],
    [65_535, 65_535],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [0, 0],
    [1, 2 ** 31 - 1],
  ] as const) {
    add(`bomb-${width}x${height}.png`, png(width, height), ['photoPixels', 'photoBroken']);
  }
  add(
    'large.png',
    await sharp({ create: { width: 8000, height: 7000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
    'photoPixels',
  );
  // Moving ones.
  const frames = await Promise.all(
    [0, 90, 180].map((turn) => picture(20, 20).rotate(turn).png().toBuffer()),
  );
  add(
    'moves.webp',
    await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer(),
    'photoMoves',
  );
  add(
    'moves.gif',
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
    'photoKind',
  );
  // Kinds that are not decoded.
  for (const brand of ['heic', 'heix', 'mif1', 'avif', 'avis', 'mp42', 'qt  ']) {
    add(`${brand.trim()}.jpg`, boxOf(brand), 'photoHeic');
  }
  add('real.avif', await picture().avif({ effort: 0 }).toBuffer(), 'photoHeic');
  add('real.tiff', await picture().tiff().toBuffer(), 'photoKind');
  add('real.gif', await picture().gif().toBuffer(), 'photoKind');
  const texts = {
    'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'file.svg':
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    'page.jpg': '<html><script>alert(1)</script></html>',
    'archive.png': 'PK\u0003\u0004 and so on',
    'program.png': '\u007fELF and so on',
    'words.jpg': '暖气不热',
    'vector.jpg': '%!PS-Adobe-3.0',
    'script.png': '#!/bin/sh\nrm -rf /',
    'magick.jpg': 'push graphic-context\nfill url(https://example.com/x)',
  };
  for (const [name, text] of Object.entries(texts)) add(name, Buffer.from(text), 'photoKind');
  add('empty.jpg', Buffer.alloc(0), 'photoEmpty');
  for (const length of [1, 2, 3, 7, 12])
    add(`zeros-${length}.jpg`, Buffer.alloc(length), 'photoKind');
  add('only-head.jpg', Buffer.from([0xff, 0xd8, 0xff]), 'photoBroken');
  add('only-head.png', pngFile.subarray(0, 8), 'photoBroken');
  add('only-head.webp', webp.subarray(0, 12), 'photoBroken');
  for (let seed = 0; seed < 6; seed++) {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 31 + seed * 97) % 256));
    add(`noise-${seed}.jpg`, Buffer.concat([jpeg.subarray(0, 4), noise]), 'photoBroken');
    add(`noise-${seed}.png`, Buffer.concat([pngFile.subarray(0, 8), noise]), [
      'photoBroken',
      'photoPixels',
    ]);
  }
  for (const it of pdfFiles({ jpeg, png: pngFile })) add(it.name, it.bytes, it.becomes);
  return files;
}
