/**
 * A picture of ours as everybody may see it, in a process of its own: the cells named are filled before anything
 * else is done, so that nothing of what lay there goes into the result, then it is made smaller.
 * `node cover-apart.mjs <from> <to> <columns> <rows> <cell.cell.…>` prints what was made as JSON.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const [from = '', to = '', columns = '', rows = '', cells = ''] = process.argv.slice(2);
const mostPixels = 50_000_000;
/** Of the longer side. */
const publicSide = 1280;
const ink = [27, 37, 39];

// Nothing but what we wrote ourselves.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadWebpFile'] });
sharp.cache(false);
sharp.concurrency(1);

/** Fills a cell to its full size: pixels that belong to it in part are filled whole. */
function fill({ data, info: { width, height, channels } }, cell) {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const left = Math.floor((column * width) / columns);
  const right = Math.ceil(((column + 1) * width) / columns);
  const top = Math.floor((row * height) / rows);
  const bottom = Math.ceil(((row + 1) * height) / rows);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      for (let part = 0; part < 3; part++) data[(y * width + x) * channels + part] = ink[part];
    }
  }
}

const picture = await sharp(from, { limitInputPixels: mostPixels, failOn: 'error' })
  .flatten({ background: '#fff' })
  .toColourspace('srgb')
  .raw()
  .toBuffer({ resolveWithObject: true });
for (const cell of cells.split('.')) if (cell !== '') fill(picture, Number(cell));
const { width, height, channels } = picture.info;
const made = await sharp(picture.data, { raw: { width, height, channels } })
  .resize({ width: publicSide, height: publicSide, fit: 'inside', withoutEnlargement: true })
  .webp({ quality: 80, effort: 2 })
  .toBuffer({ resolveWithObject: true });
await writeFile(to, made.data, { mode: 0o600 }).then(
  () => {
    const sha256 = createHash('sha256').update(made.data).digest('hex');
    const { width, height } = made.info;
    process.stdout.write(JSON.stringify({ width, height, sha256 }));
  },
  // Where the disk is full it is not the picture that is at fault.
  () => process.stdout.write(JSON.stringify({ away: true })),
);
