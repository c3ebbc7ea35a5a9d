import { currentActor } from '@/lib/auth/session';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { burdenCsv } from '@/lib/measures/burden/burden-csv';
import { readBurden } from '@/lib/measures/burden/read';
import { readPeriod } from '@/lib/measures/period';
import { now } from '@/lib/time/now';

const led = (to: string): Response =>
  new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'no-store' } });

/** `GET /supervision/burden/file?from=…&to=…&unit=…`: the burden ledger of a period as a table. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return led('/sign-in?back=/supervision/burden');
  const asked = new URL(request.url).searchParams;
  const [at, zone] = [now(), civilZone()];
  const dates = { from: asked.get('from') ?? undefined, to: asked.get('to') ?? undefined };
  const { period } = readPeriod(dates, at, zone);
  const found = await readBurden(actor, { period, unit: asked.get('unit') || null, at });
  if (!found.ok) return led('/not-here');
  const [locale, d, verbs] = await Promise.all([
    getLocale(),
    getTranslations('burden'),
    getTranslations('verbs'),
  ]);
  const name = (named: { name: string; nameEn: string }) => nameIn(locale, named);
  const text = burdenCsv(found, {
    head: (key) => d(`csv.${key}`),
    part: (key) => d(`${key}.name`),
    told: found.unit ? d('who.unit', { unit: name(found.unit) }) : d('who.told'),
    others: d('who.others'),
    verb: (verb) => verbs(`${verb}.name`),
    selfMade: (kind) => d(`self.${kind}`),
    noTopic: d('topic.none'),
    name,
  });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="huiyin-burden-${period.fromOn}-${period.toOn}.csv"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
