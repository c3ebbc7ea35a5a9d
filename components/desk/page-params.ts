export type PageParams = Promise<Record<string, string | string[] | undefined>>;

/** Of a name that came more than once, the first. */
export const firstParam = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
