import { currentActor } from '@/lib/auth/session';
import { nameIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { readReport } from '@/lib/reports/read-reports';
import { reportCsv } from '@/lib/reports/report-csv';
import { now } from '@/lib/time/now';

const led = (to: string): Response =>
  new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'no-store' } });

type Context = { params: Promise<{ id: string }> };

/** `GET /supervision/reports/<id>/file`: the report as a table. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor) return led('/sign-in?back=/supervision/reports');
  const report = await readReport(actor, id, now());
  if (!report) return led('/not-here');
  const [locale, r, t, origin] = await Promise.all([
    getLocale(),
    getTranslations('reports'),
    getTranslations('supervision'),
    getTranslations('words.origin'),
  ]);
  const unit = (code: string): string => {
    const found = report.units.find((it) => it.code === code);
    return found ? nameIn(locale, found) : code;
  };
  const text = reportCsv(report, {
    head: (key) => r(`csv.${key}`),
    measure: (key) => t(`measure.${key}.name`),
    list: (key) => t(`list.${key}`),
    origin: (key) => origin(key),
    unit,
  });
  const { fromOn } = report.period;
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="huiyin-report-${report.kind}-${fromOn}.csv"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
