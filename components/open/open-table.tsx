import { readerLocale } from '@/components/appeals/telling';
import { intervalWords, percent } from '@/components/supervision/percent';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import type { OpenTable as Table, Told } from '@/lib/measures/open-window';
import { shareOf } from '@/lib/measures/tally';

type OpenTableProps = { table: Table; by: 'category' | 'area'; kind: 'month' | 'year' };

/** One row a category or area, and all together last; never in an order of merit. */
export async function OpenTable({ table, by, kind }: OpenTableProps) {
  const [t, locale] = await Promise.all([getTranslations('open'), readerLocale()]);
  if (table.rows.length === 0) return <p className="quiet">{t('empty')}</p>;
  const columns = [
    { label: t(by) },
    ...(['received', 'promise', 'solved'] as const).map((key) => ({ label: t(key) })),
  ];
  const nameless = t(by === 'category' ? 'noCategory' : 'noArea');
  return (
    <Rows caption={t(by === 'category' ? 'byCategory' : 'byArea')} columns={columns}>
      {table.rows.map(({ named, ...told }) => (
        <OpenRow
          key={named?.id ?? 'none'}
          name={named ? nameIn(locale, named) : nameless}
          told={told[kind]}
        />
      ))}
      <OpenRow name={t('all')} told={table.all[kind]} />
    </Rows>
  );
}

async function OpenRow({ name, told }: { name: string; told: Told }) {
  const t = await getTranslations('open');
  return (
    <Row>
      <Cell head>
        <b>{name}</b>
      </Cell>
      <Cell label={t('received')}>
        {told.received ? t('cases', { n: told.received.received }) : <Few />}
      </Cell>
      <Cell label={t('promise')}>{told.promise ? <Promised {...told.promise} /> : <Few />}</Cell>
      <Cell label={t('solved')}>{told.solved ? <Solved {...told.solved} /> : <Few />}</Cell>
    </Row>
  );
}

async function Few() {
  const t = await getTranslations('open');
  return <span className="nb quiet">{t('few')}</span>;
}

async function Promised({ kept, late }: NonNullable<Told['promise']>) {
  const t = await getTranslations('open');
  const due = kept + late;
  return (
    <>
      <Share part={kept} whole={due} />
      {due > 0 && <RowBy>{t('kept', { kept, due })}</RowBy>}
    </>
  );
}

async function Solved({ yes, no, silent }: NonNullable<Told['solved']>) {
  const t = await getTranslations('open');
  const answered = yes + no;
  const asked = answered + silent;
  return (
    <>
      <Share part={yes} whole={answered} />
      {asked > 0 && (
        <RowBy>
          <span className="nb">{t('yes', { yes, answered })}</span>{' '}
          <span className="nb">{t('asked', { asked, rate: `${percent(answered / asked)}%` })}</span>
        </RowBy>
      )}
    </>
  );
}

/** A rate with its interval; what was asked of nobody has none. */
async function Share({ part, whole }: { part: number; whole: number }) {
  const t = await getTranslations('open');
  const share = shareOf(part, whole);
  if (!share) return <span className="quiet">{t('none')}</span>;
  return (
    <>
      <b>{percent(share.value)}%</b> <span className="nb quiet">({intervalWords(share)})</span>
    </>
  );
}
