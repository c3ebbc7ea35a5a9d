/** What a device shows: who writes, and one sentence. The link is a path, opened with the device's own cookie. */
export interface PushNote {
  title: string;
  body: string;
  /** As in `lang` of a page. */
  lang: string;
  /** Of the follow page, from the root. */
  path: string;
}

/** Every message is as long as the next, so that its length tells whoever carries it nothing. */
const step = 1_024;

/**
 * The text of one message; `tag` is the notice's key, under which a device shows a second copy in place
 * of the first. Spaces fill it up.
 */
export function payloadOf(note: PushNote, tag: string): string {
  const text = JSON.stringify({ ...note, tag });
  const bytes = Buffer.byteLength(text);
  return text + ' '.repeat(Math.ceil(bytes / step) * step - bytes);
}
