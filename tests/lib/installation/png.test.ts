import { describe, expect, it } from 'vitest';
import { markProblem } from '@/lib/installation/mark';
import { pngSize } from '@/lib/installation/png';

const chunk = (type: string, data: number[]): number[] => {
  const length = [24, 16, 8, 0].map((shift) => (data.length >> shift) & 255);
  return [...length, ...[...type].map((it) => it.charCodeAt(0)), ...data, 0, 0, 0, 0];
};
const four = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255);
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function png(width: number, height: number, filler = 4): Uint8Array {
  const header = chunk('IHDR', [...four(width), ...four(height), 8, 2, 0, 0, 0]);
  const body = chunk(
    'IDAT',
    Array.from({ length: filler }, () => 7),
  );
  return Uint8Array.from([...signature, ...header, ...body, ...chunk('IEND', [])]);
}

describe('the size of a PNG', () => {
  it('is read from its header', () => {
    expect(pngSize(png(64, 48))).toEqual({ width: 64, height: 48 });
  });

  it('is none for what is cut off, goes on behind its end, or is something else', () => {
    const whole = png(64, 48);
    expect(pngSize(whole.subarray(0, -1))).toBeNull();
    expect(pngSize(Uint8Array.from([...whole, 60, 115]))).toBeNull();
    expect(pngSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBeNull();
    expect(pngSize(new Uint8Array())).toBeNull();
    expect(pngSize(Uint8Array.from([...signature, ...chunk('IEND', [])]))).toBeNull();
    const longer = Uint8Array.from([...signature, 255, 255, 255, 255, ...whole.subarray(12)]);
    expect(pngSize(longer)).toBeNull();
  });
});

describe('a mark', () => {
  it('is a PNG that is neither too small, nor too large, nor too heavy', () => {
    expect(markProblem(png(64, 64))).toBeNull();
    expect(markProblem(png(31, 64))).toMatchObject({ code: 'markPixels' });
    expect(markProblem(png(64, 1025))).toMatchObject({ code: 'markPixels' });
    expect(markProblem(png(64, 64, 200 * 1024))).toMatchObject({ code: 'markTooLarge' });
    expect(markProblem(Uint8Array.from([1, 2, 3]))).toMatchObject({ code: 'markNoPng' });
  });
});
