const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/**
 * Finds units by what people write for them: the code, or a name that only one of them has.
 *
 * @returns the code; `many` when several have that name; undefined when none has.
 */
export function placesIn(units: readonly { code: string; name: string }[]) {
  const codes = new Set(units.map((it) => it.code));
  const byName = new Map<string, Set<string>>();
  for (const { code, name } of units) {
    const key = plain(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(code));
  }
  return (text: string): string | 'many' | undefined => {
    const wanted = plain(text);
    if (codes.has(wanted)) return wanted;
    const named = byName.get(wanted);
    if (!named) return undefined;
    return named.size === 1 ? [...named][0] : 'many';
  };
}
