import { z } from 'zod';
import { apart } from './apart';
import { type PhotoProblem, photoProblems } from './kind';

const checked = z.object({ bytes: z.number().int().positive(), sha256: z.string().length(64) });
const answer = z.union([z.object({ code: z.enum(photoProblems) }), checked]);

/** A PDF that was looked through; nothing in it is changed. */
export type CheckedPdf = z.output<typeof checked>;

/**
 * Looks through a PDF for what may run or carry something along: scripts, programs to start, files within it. What is
 * found is refused; that nothing is found proves nothing.
 */
export async function checkPdf(path: string): Promise<CheckedPdf | { code: PhotoProblem }> {
  const done = await apart('pdf-apart.mjs', [path]);
  if (!done.ok) return { code: done.busy ? 'photoBusy' : 'pdfBroken' };
  const parsed = answer.safeParse(done.said);
  return parsed.success ? parsed.data : { code: 'pdfBroken' };
}
