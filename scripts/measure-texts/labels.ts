import { z } from 'zod';

const shape = z.object({
  /** Two rows of the file, from 1 on, and whether they are about one thing. */
  pairs: z.array(z.tuple([z.number().int(), z.number().int(), z.boolean()])),
  /** A row and the code of the category it belongs to. */
  categories: z.array(z.tuple([z.number().int(), z.string()])),
});

export type Labels = z.output<typeof shape>;

export const readLabels = (json: string): Labels => shape.parse(JSON.parse(json));
