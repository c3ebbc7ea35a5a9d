import { readFileSync, writeFileSync } from 'node:fs';
import { withDiagram } from '@/lib/appeals/diagram';

const path = 'lib/appeals/README.md';
writeFileSync(path, withDiagram(readFileSync(path, 'utf8')));
