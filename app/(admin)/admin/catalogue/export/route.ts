import { csvAnswer } from '@/lib/auth/csv-answer';
import { readCatalogue } from '@/lib/catalogue/read';
import { catalogueTable } from '@/lib/catalogue/table';
import { namesIn } from '@/lib/i18n/names';
import { getLocale } from '@/lib/i18n/words';

/** `GET /admin/catalogue/export`: the whole catalogue, in the form that can be imported again. */
export async function GET(): Promise<Response> {
  const locale = await getLocale();
  return csvAnswer('catalogue', 'catalogue', async () =>
    catalogueTable(await readCatalogue(), namesIn(locale)),
  );
}
