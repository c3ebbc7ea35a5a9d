import { fileURLToPath } from 'node:url';
import { keepProcesses } from './launcher/keep-processes.mjs';

// One Node process uses one core: so there are several behind one port.
const web = fileURLToPath(new URL('./web.mjs', import.meta.url));
// What the launcher says behind the script is for each of them, and for Node.
keepProcesses(web, Number(process.env.HUIYIN_WEB_PROCESSES), process.argv.slice(2));
