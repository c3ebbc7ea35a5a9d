import { type CheckName, checks, type State } from './checks';
import type { Finding } from './health';

/** What nobody asked for is missed by nobody. */
const standing: readonly State[] = ['ok', 'warn', 'off'];

export interface Readiness {
  ready: boolean;
  /** What each check says, in one word. */
  words: Partial<Record<CheckName, string>>;
}

/**
 * Whether this process can serve, and whether the work behind it goes on.
 *
 * @param serving asks for the first alone: a worker that stopped is no reason to take pages from residents.
 */
export function readinessOf(findings: readonly Finding[], serving: boolean): Readiness {
  const asked = findings.filter(({ check }) => {
    const { ready } = checks[check];
    return ready === 'serving' || (ready === 'work' && !serving);
  });
  return {
    ready: asked.every(({ state }) => standing.includes(state)),
    words: Object.fromEntries(asked.map(({ check, word }) => [check, word])),
  };
}
