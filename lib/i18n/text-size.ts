import { cookies } from 'next/headers';
import { cache } from 'react';
import { choiceCookie } from './choice-cookie';
import { textSizeCookie } from './text-size-cookie';

/** Sizes of text on the large, plain pages (长辈版), in pixels: the usual one, and two above it. */
export const textSizes = [24, 27, 30] as const;
export type TextSize = (typeof textSizes)[number];

/** Null for anything else: then pages are as they are for everybody. */
export const readTextSize = (value: string | null | undefined): TextSize | null =>
  textSizes.find((size) => String(size) === value) ?? null;

/** The size this reader has chosen; null where they have not asked for large pages. */
export const getTextSize = cache(
  async (): Promise<TextSize | null> =>
    readTextSize((await cookies()).get(choiceCookie(textSizeCookie))?.value),
);
