import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { apart } from './apart';
import { type Blocks, cellsWord } from './blocks';
import { incoming, withFile } from './folder';
import { gridOf } from './grid';
import { StoreAway } from './photo-store';

const answer = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  sha256: z.string().length(64),
});

const away = z.object({ away: z.literal(true) });

export type Covered = z.output<typeof answer>;

interface Picture {
  id: string;
  width: number;
  height: number;
}

/**
 * The picture as everybody would see it, in a file that is gone once `use` has ended. The same blocks make the
 * same bytes: what was looked at is what is released.
 *
 * @returns null where the picture is not there or could not be made.
 */
export async function withCovered<T>(
  photo: Picture,
  blocks: Blocks,
  use: (path: string, made: Covered) => Promise<T>,
): Promise<T | null> {
  return withFile(photo.id, 'large', (from) => coverFile(from, photo, blocks, use));
}

async function coverFile<T>(
  from: string,
  photo: Picture,
  blocks: Blocks,
  use: (path: string, made: Covered) => Promise<T>,
): Promise<T | null> {
  const path = join(await incoming(), `${newId()}.open`);
  try {
    const { columns, rows } = gridOf(photo, blocks.across);
    const given = [from, path, `${columns}`, `${rows}`, cellsWord(blocks)];
    const done = await apart('cover-apart.mjs', given);
    if (done.ok && away.safeParse(done.said).success) {
      throw new StoreAway('a covered picture cannot be written');
    }
    const made = answer.safeParse(done.ok ? done.said : null);
    return made.success ? await use(path, made.data) : null;
  } finally {
    await rm(path, { force: true });
  }
}
