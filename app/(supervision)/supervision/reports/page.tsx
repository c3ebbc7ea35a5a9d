import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { first, type Searched } from '@/components/supervision/read-place';
import { reportWords } from '@/components/supervision/report-words';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { QuickLists } from '@/components/ui/filters';
import { BackLink } from '@/components/ui/headings';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { requireActor } from '@/lib/auth/session';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { reportKinds } from '@/lib/reports/kinds';
import { readReports } from '@/lib/reports/read-reports';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const r = await getTranslations('reports');
  return { title: r('heading') };
}

export default async function ReportsPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const kind = reportKinds.find((it) => it === first(searched, 'kind')) ?? 'week';
  const [reports, { r, period, telling }] = await Promise.all([
    readReports(actor, kind),
    reportWords(at),
  ]);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href="/supervision">{r('back')}</BackLink>
      <h1>{r('heading')}</h1>
      <p className="quiet mt-4 max-w-measure">{r('lead')}</p>
      <QuickLists
        label={r('choose')}
        lists={reportKinds.map((it) => ({
          href: `/supervision/reports?kind=${it}`,
          words: r(`kind.${it}`),
          current: it === kind,
        }))}
      />
      {reports.length === 0 ? (
        <div className="mt-24">
          <Empty kind="done" heading={r('empty')}>
            <p className="quiet">{r('emptyNote')}</p>
          </Empty>
        </div>
      ) : (
        <Rows
          caption={r('caption')}
          captionHidden
          columns={[{ label: r('column.period') }, { label: r('column.made') }]}
        >
          {reports.map((it) => (
            <Row key={it.id}>
              <Cell head>
                <Anchor href={`/supervision/reports/${it.id}`}>
                  {r('one.title', { kind: r(`kind.${kind}`), period: period(it.period) })}
                </Anchor>
              </Cell>
              <Cell label={r('column.made')}>{momentOf(it.madeAt, telling)}</Cell>
            </Row>
          ))}
        </Rows>
      )}
    </DeskFrame>
  );
}
