import { fileURLToPath } from 'node:url';
import { keepProcesses } from '../../launcher/keep-processes.mjs';

// As many as serve our own pages.
const web = fileURLToPath(new URL('./bare-web.mjs', import.meta.url));
keepProcesses(web, Number(process.env.HUIYIN_WEB_PROCESSES));
