import { lifecycle, type Status, statuses, verbs } from './lifecycle';

/** The table of verbs as a Mermaid state diagram; verbs that move nothing stand beneath it. */
export function diagram(): string {
  const moves = new Map<string, string[]>();
  const touching: string[] = [];
  for (const verb of verbs) {
    const from: readonly Status[] = lifecycle[verb].from;
    const to: readonly (Status | 'same')[] = lifecycle[verb].to;
    const targets = to.filter((it): it is Status => it !== 'same');
    if (targets.length === 0) touching.push(verb);
    for (const source of from.length === statuses.length ? ['any'] : from.length ? from : ['[*]']) {
      for (const target of targets) {
        const key = `${source} --> ${target}`;
        moves.set(key, [...(moves.get(key) ?? []), verb]);
      }
    }
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...moves].map(([move, names]) => `  ${move}: ${names.join(', ')}`),
    '```',
    '',
    `Without moving it: ${touching.join(', ')}. *any* is every status: late answers count for their round.`,
  ].join('\n');
}

const marks = {
  begin: '<!-- diagram: written by npm run diagram -->',
  end: '<!-- end of diagram -->',
} as const;

/** The text with the diagram between its marks brought up to date. */
export function withDiagram(text: string): string {
  const [before] = text.split(marks.begin);
  const after = text.split(marks.end)[1];
  if (before === undefined || after === undefined)
    throw new Error('the marks of the diagram are gone');
  return `${before}${marks.begin}\n\n${diagram()}\n\n${marks.end}${after}`;
}
