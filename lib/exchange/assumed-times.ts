const MINUTE = 60_000;

/**
 * When the steps happened that the source does not tell. Each a small part of the time between filing
 * and reply, and never later than a fixed while after filing: so they keep their order, none comes
 * after the reply, and no unit is charged with being late by a time nobody recorded.
 */
// biome-ignore format: one line a step
const assumptions = {
  dispatch: { part: 0.01, atMostMinutes: 30 },
  accept:   { part: 0.02, atMostMinutes: 60 },
  contact:  { part: 0.05, atMostMinutes: 720 },
} as const;

export type AssumedVerb = keyof typeof assumptions;

export function assumedAt(verb: AssumedVerb, filedAt: Date, answeredAt: Date): Date {
  const { part, atMostMinutes } = assumptions[verb];
  const between = answeredAt.getTime() - filedAt.getTime();
  const after = Math.min(Math.floor(between * part), atMostMinutes * MINUTE);
  return new Date(filedAt.getTime() + after);
}
