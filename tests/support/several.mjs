import { fileURLToPath } from 'node:url';
import { keepProcesses } from '../../scripts/launcher/keep-processes.mjs';

// Processes for tests: as many as the first argument says, each serving `one-of-several.mjs`.
const one = fileURLToPath(new URL('./one-of-several.mjs', import.meta.url));
keepProcesses(one, Number(process.argv[2]), ['--import', 'tsx']);
