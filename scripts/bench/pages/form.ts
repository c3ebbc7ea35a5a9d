/** What a form sends by itself, and what is written into it. */
export type Fields = readonly (readonly [string, string])[];

/**
 * The fields that a form of a page of ours sends without anything being written: hidden ones, and what stands in
 * the others already.
 *
 * @param has the name of a field by which it is known among the forms of the page.
 * @throws Error where there is no such form.
 */
export function formIn(html: string, has: string): Fields {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((it) => it.includes(`name="${has}"`));
  if (!form) throw new Error(`no form with ${has}: ${titleOf(html)}`);
  return [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => {
    const name = attribute(input, 'name');
    const type = attribute(input, 'type');
    const chosen = !['radio', 'checkbox'].includes(type) || / checked[\s=/>]/.test(input);
    return name && chosen && type !== 'submit' ? [[name, attribute(input, 'value')] as const] : [];
  });
}

/** The same form with something written into it. */
export function filledIn(form: Fields, written: Readonly<Record<string, string>>): Fields {
  return [...form.filter(([name]) => !(name in written)), ...Object.entries(written)];
}

/** What a page says it is: the best single word on what went wrong. */
export function titleOf(html: string): string {
  return decoded(/<title>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 200));
}

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
