import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { recode } from '@/lib/photos/recode';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-look-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A scene of smooth hills, another one for each number. */
function scene(nth: number): Sharp {
  const [width, height] = [480, 360];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const wave = Math.sin((3 + nth) * x * 4 + nth) * Math.cos((2 + nth) * y * 5 - nth * 2);
    pixels.fill(Math.round(128 + 90 * wave), at * 3, at * 3 + 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

let made = 0;
async function lookOf(picture: Sharp): Promise<string> {
  const path = join(folder, String(made++));
  await picture.toFile(`${path}.jpg`);
  const done = await recode(`${path}.jpg`, `${path}.large`, `${path}.small`);
  if ('code' in done) throw new Error(done.code);
  return done.look;
}

const apart = (one: string, other: string): number =>
  [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((it) => it === '1').length;

it('a picture is known again smaller, brighter and of poorer quality; another is another', async () => {
  const look = await lookOf(scene(1).jpeg({ quality: 95 }));
  expect(look).toMatch(/^[0-9a-f]{16}$/);
  expect(apart(look, await lookOf(scene(1).resize(200).jpeg({ quality: 60 })))).toBeLessThanOrEqual(
    4,
  );
  expect(
    apart(look, await lookOf(scene(1).modulate({ brightness: 1.1 }).jpeg())),
  ).toBeLessThanOrEqual(4);
  expect(apart(look, await lookOf(scene(2).jpeg({ quality: 95 })))).toBeGreaterThan(12);
});
