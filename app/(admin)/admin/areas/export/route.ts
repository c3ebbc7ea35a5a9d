import { csvAnswer } from '@/lib/auth/csv-answer';
import { namesIn } from '@/lib/i18n/names';
import { getLocale } from '@/lib/i18n/words';
import { readAreas } from '@/lib/places/read-areas';
import { areaTable } from '@/lib/places/table';
import { readNameable } from '@/lib/units/read-nameable';

/** `GET /admin/areas/export`: all areas, in the form that can be imported again. */
export async function GET(): Promise<Response> {
  const locale = await getLocale();
  return csvAnswer('areas', 'areas', async () =>
    areaTable(await readAreas(), await readNameable(), namesIn(locale)),
  );
}
