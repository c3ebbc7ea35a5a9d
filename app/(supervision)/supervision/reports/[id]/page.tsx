import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { listAddress } from '@/components/supervision/address';
import { ReportHead } from '@/components/supervision/report-head';
import { ReportRows } from '@/components/supervision/report-rows';
import { ReportUnits } from '@/components/supervision/report-units';
import { reportWords } from '@/components/supervision/report-words';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { listsOf } from '@/lib/reports/figures';
import { type Report, readReport } from '@/lib/reports/read-reports';
import { countChanged } from '@/lib/reports/since';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const r = await getTranslations('reports');
  return { title: r('title') };
}

/** One report, as it was made; it prints as it stands. */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('measure');
  const at = now();
  const { id } = await params;
  const report = await readReport(actor, id, at);
  if (!report) notHere();
  const { r, period, telling } = await reportWords(at);
  const changed = countChanged(report.said, report.now);
  const others = await getTranslations('words.origin');
  const counted = (['forCaller', 'imported'] as const).filter((origin) =>
    Object.values(report.said.rates[origin]).some((it) => it.due > 0),
  );
  return (
    <DeskFrame actor={actor} at="measures">
      <article className="case-print">
        <div className="no-print">
          <BackLink href={`/supervision/reports?kind=${report.kind}`}>{r('backToList')}</BackLink>
        </div>
        <h1>{r('one.title', { kind: r(`kind.${report.kind}`), period: period(report.period) })}</h1>
        <p className="quiet mt-4">{r('one.made', { moment: momentOf(report.madeAt, telling) })}</p>
        <p className="mt-4">
          {changed === 0 ? r('one.noChange') : r('one.changed', { n: changed })}
        </p>
        <p className="no-print mt-8">
          <Anchor reload href={`/supervision/reports/${id}/file`}>
            {r('one.download')}
          </Anchor>
        </p>
        <Part id="came" heading={r('one.came')}>
          <Counts report={report} at={at} />
        </Part>
        <Part id="headline" heading={r('one.headline')} aside={r('one.allNote')}>
          <ReportHead report={report} at={at} />
        </Part>
        <Part id="all" heading={r('one.all')} aside={r('one.allNote')}>
          <ReportRows report={report} origin="own" caption={r('one.all')} at={at} />
          {changed > 0 && <p className="meta mt-16">{r('one.sinceNote')}</p>}
        </Part>
        {counted.length > 0 && (
          <Part id="beside" heading={r('one.beside')} aside={r('one.besideNote')}>
            {counted.map((origin) => (
              <section key={origin} aria-label={others(origin)}>
                <h3 className="mt-16">{others(origin)}</h3>
                <ReportRows report={report} origin={origin} caption={others(origin)} at={at} />
              </section>
            ))}
          </Part>
        )}
        {report.said.units.length > 0 && (
          <Part id="units" heading={r('one.units')} aside={r('one.unitsNote')}>
            <ReportUnits report={report} at={at} />
          </Part>
        )}
        <p className="meta mt-24">{r('one.rule')}</p>
      </article>
    </DeskFrame>
  );
}

async function Counts({ report, at }: { report: Report; at: Date }) {
  const { t, r } = await reportWords(at);
  const place = { period: report.period, unit: null };
  return (
    <Facts
      roomy
      facts={listsOf(report.said).flatMap((key) => {
        const n = report.said.lists[key];
        if (n === undefined) return [];
        const now = report.now.lists[key] ?? n;
        return [
          {
            term: t(`list.${key}`),
            detail: (
              <>
                <Anchor href={listAddress(key, place)}>{t('beside.cases', { n })}</Anchor>
                {now !== n && <b> {r('one.sinceCount', { n: now })}</b>}
              </>
            ),
          },
        ];
      })}
    />
  );
}
