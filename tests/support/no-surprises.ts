import { afterEach, beforeEach, expect, vi } from 'vitest';

let written: unknown[][] = [];

beforeEach(() => {
  written = [];
  vi.spyOn(globalThis.console, 'error').mockImplementation((...words) => {
    written.push(words);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(written, 'what the test wrote with console.error').toEqual([]);
});
