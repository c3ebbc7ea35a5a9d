const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether something can be the key of a record at all; the database refuses whatever else. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && shape.test(value);
