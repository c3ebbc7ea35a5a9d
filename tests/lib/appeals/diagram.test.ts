import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagram, withDiagram } from '@/lib/appeals/diagram';

const readme = readFileSync('lib/appeals/README.md', 'utf8');

it('the diagram in the README is the table; npm run diagram writes it anew', () => {
  expect(withDiagram(readme)).toBe(readme);
  expect(diagram()).toContain('filed --> dispatched: dispatch');
});
