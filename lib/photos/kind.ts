/** Why a picture or PDF is not taken: keys of messages/<locale>/photos.json, each with what to do next. */
export const photoProblems = [
  'photoEmpty',
  'photoTooLarge',
  'photoTooMany',
  'photoHeic',
  'photoKind',
  'photoMoves',
  'photoPixels',
  'photoBroken',
  'photoBusy',
  'photoTooOften',
  'photoStore',
  'pdfBroken',
  'pdfLocked',
  'pdfActive',
] as const;
export type PhotoProblem = (typeof photoProblems)[number];

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, nth) => bytes[at + nth] === byte);

const ascii = (text: string): number[] => [...text].map((it) => it.charCodeAt(0));

/** Bytes of a file's beginning that say what it is: a PDF may begin this late. */
export const headBytes = 1024 + 5;

/**
 * What the first bytes say a file is: a picture of a kind that is decoded at all (JPEG, PNG, WebP) or a PDF; what it
 * calls itself says nothing. Telephones of one maker write HEIC: that is said by name, since it can be switched off.
 */
export function kindOf(head: Uint8Array): 'picture' | 'pdf' | { problem: PhotoProblem } {
  if (head.length === 0) return { problem: 'photoEmpty' };
  if (starts(head, [0xff, 0xd8, 0xff])) return 'picture';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'picture';
  if (starts(head, ascii('RIFF')) && starts(head, ascii('WEBP'), 8)) return 'picture';
  if (starts(head, ascii('ftyp'), 4)) return { problem: 'photoHeic' };
  return Buffer.from(head).includes('%PDF-') ? 'pdf' : { problem: 'photoKind' };
}
