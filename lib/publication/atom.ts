/** One entry of a feed; `id` never changes, `updated` does. */
export interface AtomEntry {
  id: string;
  title: string;
  link: string;
  updated: Date;
  published: Date;
  summary: string;
}

export interface AtomFeed {
  /** Also its id. */
  self: string;
  alternate: string;
  title: string;
  author: string;
  lang: string;
  /** Of a feed without entries. */
  updated: Date;
  entries: readonly AtomEntry[];
}

/** The Atom Syndication Format, RFC 4287. */
export function atom({ self, alternate, title, author, lang, updated, entries }: AtomFeed): string {
  const newest = entries.reduce(
    (at, it) => (it.updated > at ? it.updated : at),
    entries[0]?.updated ?? updated,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(lang)}">`,
    `<id>${escaped(self)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${newest.toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(alternate)}"/>`,
    ...entries.map(
      (it) =>
        `<entry><id>${escaped(it.id)}</id><title>${escaped(it.title)}</title>` +
        `<link rel="alternate" type="text/html" href="${escaped(it.link)}"/>` +
        `<published>${it.published.toISOString()}</published><updated>${it.updated.toISOString()}</updated>` +
        `<summary>${escaped(it.summary)}</summary></entry>`,
    ),
    '</feed>',
    '',
  ].join('\n');
}

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold in any form is left out (section 2.2). */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that may not stand in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (it) => names[it] ?? '');
