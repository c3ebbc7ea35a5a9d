/**
 * One picture made anew, in a process of its own: whatever it does to the decoder, it does to this process
 * alone. `node recode-apart.mjs <from> <large> <small>` prints what was made as JSON, or `{"code": …}`.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import exif from 'exif-reader';
import sharp from 'sharp';

const [from = '', large = '', small = ''] = process.argv.slice(2);
const mostPixels = 50_000_000;
const mostMetadata = 65_536;

// Nothing is decoded but these three, whatever a file calls itself.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
});
sharp.cache(false);
sharp.concurrency(1);

const open = () => sharp(from, { limitInputPixels: mostPixels, failOn: 'error' });

/** When and where, as far as the camera wrote it. */
function evidenceIn(buffer) {
  if (!buffer || buffer.length > mostMetadata) return {};
  try {
    const { Photo, GPSInfo } = exif(buffer);
    const taken = Photo?.DateTimeOriginal;
    return {
      ...(taken instanceof Date && !Number.isNaN(taken.getTime())
        ? { takenAt: taken.toISOString().slice(0, 19) }
        : {}),
      ...placeIn(GPSInfo),
    };
  } catch {
    return {};
  }
}

function placeIn(gps) {
  const degrees = (parts, minus) => {
    if (!Array.isArray(parts) || parts.length !== 3) return Number.NaN;
    const [whole, minutes, seconds] = parts.map(Number);
    return (whole + minutes / 60 + seconds / 3600) * (minus ? -1 : 1);
  };
  const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S');
  const lng = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W');
  const sound = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  return sound ? { lat, lng } : {};
}

/**
 * A difference hash: whether each of 8 × 8 fields is brighter than the one to its right, row by row. Another
 * size, a little more or less light or another quality changes few of the 64 bits.
 */
async function lookOf(path) {
  const grey = await sharp(path, { limitInputPixels: mostPixels })
    .greyscale()
    .resize({ width: 9, height: 8, fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = 0n;
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      const at = row * 9 + column;
      bits = (bits << 1n) | (grey[at] > grey[at + 1] ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}

async function recode() {
  const { width = 0, height = 0, pages = 1, exif: written } = await open().metadata();
  if (width * height > mostPixels) return { code: 'photoPixels' };
  if (pages > 1) return { code: 'photoMoves' };
  const upright = await open()
    .autoOrient()
    .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 80, effort: 2 })
    .toFile(large);
  await sharp(large, { limitInputPixels: mostPixels })
    .resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70, effort: 2 })
    .toFile(small);
  const bytes = await readFile(large);
  return {
    width: upright.width,
    height: upright.height,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    look: await lookOf(small),
    evidence: evidenceIn(written),
  };
}

/** Where the disk is full it is not the picture that is at fault. */
function codeOf(error) {
  const words = String(error?.message);
  if (/pixel limit/i.test(words)) return 'photoPixels';
  return /write error|no space left|quota exceeded/i.test(words) ? 'photoStore' : 'photoBroken';
}

const made = await recode().catch((error) => ({ code: codeOf(error) }));
process.stdout.write(JSON.stringify(made));
