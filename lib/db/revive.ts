const instantName = /(^at|At|Until|notBefore|^clock)$/;

/** Instants arrive from JSON as text; by our naming they are told by their names. */
export function reviveDates<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reviveDates) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, it]) => [
    name,
    typeof it === 'string' && instantName.test(name) ? new Date(it) : reviveDates(it),
  ]);
  return Object.fromEntries(entries) as T;
}
