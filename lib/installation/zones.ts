const usual = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei'];

/** IANA names a rule set's days can be counted in, those of this country first. */
export const zones: readonly string[] = [
  ...usual,
  ...Intl.supportedValuesOf('timeZone').filter((it) => !usual.includes(it)),
];

export const isZone = (name: string): boolean => zones.includes(name);
