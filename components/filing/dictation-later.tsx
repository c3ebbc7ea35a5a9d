'use client';

import dynamic from 'next/dynamic';

/** Comes after the page, and only where it is allowed: a page that does not offer it does not load it. */
export const DictationLater = dynamic(() => import('./dictation'), { ssr: false });
