import { cache } from 'react';
import { readReach } from '@/lib/notices/reach';

/** How whoever follows the case can be told, asked once however many parts of the page want it. */
export const ownReach = cache((voiceId: string) => readReach(voiceId));
