/** What stands behind `npm run faults --`. */
export interface FaultArguments {
  /** Faults by name; none: all. */
  only: string[];
  /** How many instead of as many as usual. */
  times: number | undefined;
  /** Forget what an earlier run that was cut off has done. */
  fresh: boolean;
  /** Everything but the names, for a process that does one of them. */
  rest: string[];
}

export function readFaults(
  args: readonly string[],
  names: readonly string[],
): FaultArguments | { problem: string } {
  const read: FaultArguments = { only: [], times: undefined, fresh: false, rest: [] };
  for (let nth = 0; nth < args.length; nth++) {
    const word = args[nth] ?? '';
    const value = args[nth + 1] ?? '';
    if (word === '--fresh') {
      read.fresh = true;
      read.rest.push(word);
    } else if (word === '--only') {
      read.only.push(...value.split(',').filter(Boolean));
      nth++;
    } else if (word === '--times') {
      if (!/^[1-9]\d{0,6}$/.test(value)) return { problem: `--times ${value}: how many is that?` };
      read.times = Number(value);
      read.rest.push(word, value);
      nth++;
    } else return { problem: `${word} is not understood; there are --only, --times and --fresh.` };
  }
  const unknown = read.only.find((it) => !names.includes(it));
  return unknown ? { problem: `There is no ${unknown}; there are ${names.join(', ')}.` } : read;
}
