/** Why a picture is not taken: keys of messages/<locale>/photos.json, each with what to do next. */
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
] as const;
export type PhotoProblem = (typeof photoProblems)[number];

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, nth) => bytes[at + nth] === byte);

const ascii = (text: string): number[] => [...text].map((it) => it.charCodeAt(0));

/**
 * Whether the first bytes are those of a kind that is decoded at all (JPEG, PNG, WebP); what a file calls itself
 * says nothing. Telephones of one maker write HEIC: that is said by name, since it can be switched off.
 */
export function kindProblem(head: Uint8Array): PhotoProblem | null {
  if (head.length === 0) return 'photoEmpty';
  if (starts(head, [0xff, 0xd8, 0xff])) return null;
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return null;
  if (starts(head, ascii('RIFF')) && starts(head, ascii('WEBP'), 8)) return null;
  return starts(head, ascii('ftyp'), 4) ? 'photoHeic' : 'photoKind';
}
