import { fileURLToPath } from 'node:url';
import { keepProcesses } from './launcher/keep-processes.mjs';

// One Node process uses one core: so there are several behind one port.
const web = fileURLToPath(new URL('./web.mjs', import.meta.url));
keepProcesses(web, Number(process.env.HUIYIN_WEB_PROCESSES));
