import { checkNames, checks, stateOf } from '@/lib/health/checks';
import health from '@/messages/en/health.json';

type Said = Record<string, Record<string, { what: string; means: string; next: string }>>;

/** What each alarm means and what to do, as it stands in docs/operations.md: made of the table of checks. */
export function alarmTable(): string {
  const said: Said = health.said;
  const rows = checkNames.flatMap((check) =>
    Object.keys(checks[check].words).map((word) => {
      const sentences = said[check]?.[word];
      const state = health.state[stateOf(check, word)];
      return `| ${health.check[check]}: \`${check} ${word}\` | ${state} | ${sentences?.means} | ${sentences?.next} |`;
    }),
  );
  return ['| alarm | | what it means | what to do |', '|---|---|---|---|', ...rows].join('\n');
}
