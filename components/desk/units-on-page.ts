import { cache } from 'react';
import { readUnits } from '@/lib/appeals/queries/choices';

/** Units to choose from, asked once a page: the form of dispatching wants them in three places. */
export const unitsOnPage = cache(readUnits);
