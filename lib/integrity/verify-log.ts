import { type LogSums, LogVerifier } from './log-verifier';

export type Checks = ConstructorParameters<typeof LogVerifier>[0];

/** What a whole log comes to, or its first break and the number of the line it shows at. */
export type LogVerdict =
  | { fault: string; line: number }
  | { fault: null; sums: LogSums; lines: number };

/** @param pieces the text of the log, cut anywhere. */
export async function verifyLog(
  pieces: AsyncIterable<string> | Iterable<string>,
  checks?: Checks,
): Promise<LogVerdict> {
  const verifier = new LogVerifier(checks);
  let rest = '';
  let line = 0;
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      const fault = verifier.take(text);
      if (fault) return { fault, line };
    }
  }
  if (rest) return { fault: 'it ends in the middle of this line', line: line + 1 };
  const end = verifier.end();
  return end.fault === null ? { ...end, lines: line } : { fault: end.fault, line };
}
