import type { Story } from '../story';
import { care } from './care';
import { homes } from './homes';
import { offices } from './offices';
import { refusals } from './refusals';
import { supply } from './supply';
import { town } from './town';
import { trade } from './trade';
import { traffic } from './traffic';
import { village } from './village';

/** Every problem of the demo. */
export const stories: readonly Story[] = [
  ...supply,
  ...homes,
  ...town,
  ...traffic,
  ...trade,
  ...care,
  ...village,
  ...offices,
  ...refusals,
];
