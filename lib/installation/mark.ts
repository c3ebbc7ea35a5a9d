import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import { valueIn } from '@/lib/forms';
import { pngSize } from './png';

export const mostMarkBytes = 200 * 1024;
export const markPixels = { min: 32, max: 1024 } as const;

/** What speaks against a file as the organisation's mark, or null. */
export function markProblem(bytes: Uint8Array): FormProblem | null {
  const no = (code: string, values: Record<string, number> = {}): FormProblem => ({
    field: 'mark',
    code,
    values,
  });
  if (bytes.length > mostMarkBytes) return no('markTooLarge', { kilobytes: mostMarkBytes / 1024 });
  const size = pngSize(bytes);
  if (!size) return no('markNoPng');
  const { min, max } = markPixels;
  const fits = [size.width, size.height].every((it) => it >= min && it <= max);
  return fits ? null : no('markPixels', { min, max, ...size });
}

export interface SentMark {
  /** Another mark, null to take it away, undefined to leave it. */
  mark: Uint8Array<ArrayBuffer> | null | undefined;
  problem: FormProblem | null;
}

/** The file of the field `mark`, and the tick `noMark`. An empty file is one that was not chosen. */
export async function sentMark(data: FormData): Promise<SentMark> {
  const file = valueIn(data, 'mark');
  if (file instanceof File && file.size > 0) {
    // Too large to be taken is too large to be read.
    const bytes = new Uint8Array(await file.slice(0, mostMarkBytes + 1).arrayBuffer());
    return { mark: bytes, problem: markProblem(bytes) };
  }
  return { mark: valueIn(data, 'noMark') === null ? undefined : null, problem: null };
}

/** The mark and a name for this version of it; null where ours is drawn. */
export async function readMark(): Promise<{ bytes: Uint8Array<ArrayBuffer>; tag: string } | null> {
  const found = await db().installation.findUnique({ where: { id: 1 }, select: { mark: true } });
  if (!found?.mark) return null;
  return { bytes: found.mark, tag: createHash('sha256').update(found.mark).digest('hex') };
}
