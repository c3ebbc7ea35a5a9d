/** What every rule of a case stands on: not a branch of it is without a test. */
export const ruleFiles = [
  ...['lifecycle', 'decide', 'perform', 'parties', 'clocks', 'rating', 'transitions/judge'].map(
    (it) => `lib/appeals/${it}.ts`,
  ),
  ...['roles', 'actor', 'powers'].map((it) => `lib/people/${it}.ts`),
];
