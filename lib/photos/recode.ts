import { z } from 'zod';
import { apart } from './apart';
import { type PhotoProblem, photoProblems } from './kind';

const made = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
  sha256: z.string().length(64),
  /** What it looks like: 64 bits as 16 hexadecimal digits. */
  look: z.string().regex(/^[0-9a-f]{16}$/),
  evidence: z.object({
    takenAt: z.string().optional(),
    lat: z.number().optional(),
    lng: z.number().optional(),
  }),
});
const answer = z.union([z.object({ code: z.enum(photoProblems) }), made]);

export type Made = z.output<typeof made>;

/** Makes a picture anew: large and small, upright, without anything a camera wrote into it. */
export async function recode(
  from: string,
  large: string,
  small: string,
): Promise<Made | { code: PhotoProblem }> {
  const done = await apart('recode-apart.mjs', [from, large, small]);
  if (!done.ok) return { code: done.busy ? 'photoBusy' : 'photoBroken' };
  const parsed = answer.safeParse(done.said);
  return parsed.success ? parsed.data : { code: 'photoBroken' };
}
