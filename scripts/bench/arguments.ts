/** What stands behind `npm run bench --`. */
export interface BenchArguments {
  /** Benches by name, in order; none: all that need no build. */
  names: string[];
  /** Few turns on a small county: says whether everything runs, and little of how fast. */
  quick: boolean;
  /** Passed on to the generator: `--cases 1000000`. */
  county: string[];
}

/** Options before which a value stands are the generator's; words without dashes are benches. */
export function readBench(args: readonly string[]): BenchArguments {
  const read: BenchArguments = { names: [], quick: false, county: [] };
  for (let nth = 0; nth < args.length; nth++) {
    const word = args[nth] ?? '';
    if (word === '--quick') read.quick = true;
    else if (word.startsWith('--')) {
      read.county.push(word, ...(word.includes('=') ? [] : [args[nth + 1] ?? '']));
      nth += word.includes('=') ? 0 : 1;
    } else read.names.push(word);
  }
  return read;
}
