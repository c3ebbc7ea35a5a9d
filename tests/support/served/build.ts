import { haveBuild } from '@/scripts/launcher/build';

/** The build that the browser tests use as well; made where it is missing or old. */
export default haveBuild;
