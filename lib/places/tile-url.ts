const holes = ['{z}', '{x}', '{y}'] as const;

/** Whether a text is where tiles can come from: https or a path of ours, with each of {z}, {x} and {y} once. */
export function isTileUrl(text: string): boolean {
  if (/\s/.test(text) || !holes.every((it) => text.split(it).length === 2)) return false;
  const bare = holes.reduce((rest, it) => rest.replace(it, '0'), text);
  if (/[{}]/.test(bare)) return false;
  if (text.startsWith('/')) return !/^\/[/\\]/.test(text);
  const url = URL.canParse(bare) ? new URL(bare) : null;
  if (url?.protocol !== 'https:' || url.username || url.password || url.hash) return false;
  // What stands before the path names the one machine that pages may ask.
  return holes.every((it) => text.indexOf(it) > text.indexOf('/', 'https://'.length));
}

/** The one origin tiles come from, as a source of a content policy; null where it is our own. */
export function tileOrigin(text: string | null): string | null {
  if (!text || text.startsWith('/') || !isTileUrl(text)) return null;
  return new URL(holes.reduce((rest, it) => rest.replace(it, '0'), text)).origin;
}
