import fc from 'fast-check';
import { nastyStrings } from '../nasty-strings';

/** What is taken for something it is not: numbers, dates, paths, queries, and the marks React gives to its own. */
const mistaken = [
  ...['', '0', '-1', '1.5', '1e309', 'NaN', 'Infinity', 'null', 'undefined', 'true', '[]', '{}'],
  ...['9007199254740993', '2147483648', '-2147483649', '9'.repeat(30), '0x10', '１２', '٣'],
  ...['2026-02-30', '2026-13-45', '0000-00-00', '9999-12-31', '+275760-09-13', '1970-01-01T25:61'],
  ...['../../etc/passwd', '..%2f..%2f', '//evil.example', 'https://evil.example', 'file:///etc'],
  ...[`' OR 1=1 --`, `'; DROP TABLE "Appeal"; --`, '%', '_', '\\', '$1', '*)(uid=*', '{{7*7}}'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)'],
  ...['=cmd|calc', '@SUM(A1)', '\r\nSet-Cookie: a=b', 'a\u0000b', '(a+)+$', '%00', '%ff', '+'],
  ...['$K1', '$@1', '$@0', '$F1', '$T1', '$Q1', '$W1', '$B1', '$n9', '$D2026', '$undefined', '$-0'],
  ...[
    '$$',
    '$',
    '$L1',
    '$1',
    '$0',
    '$1:constructor',
    '$1:__proto__:then',
    '$K',
    '$i1',
    '$r1',
    '$o1',
  ],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
];

/** What somebody may write where a form asks for words. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...mistaken), weight: 4 },
  { arbitrary: fc.constantFrom(...nastyStrings), weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => '很长'.repeat(n * 400)), weight: 1 },
);

/** What somebody may put where a page of ours binds an argument. */
export const hostileArgument: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: hostileText, weight: 4 },
  { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 2 },
  {
    arbitrary: fc.constantFrom<unknown>(null, 0, -1, 1e308, true, [], {}, [[]], [null]),
    weight: 2,
  },
  {
    arbitrary: fc.constantFrom<unknown>(
      JSON.parse('{"then":"$1:then"}'),
      { attempt: '1', entries: null, problems: 'x' },
      { attempt: 1, entries: { what: [] }, problems: [{}] },
      { length: -1 },
      { toString: 1 },
    ),
    weight: 1,
  },
);
