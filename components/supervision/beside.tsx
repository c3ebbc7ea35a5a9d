import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowGroup, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { type HeadlineKey, headlineKeys, type Origin, origins } from '@/lib/measures/define';
import type { Overview } from '@/lib/measures/queries';
import { shareOf, type Tally } from '@/lib/measures/tally';
import { casesAddress, type Place } from './address';
import { intervalWords, percent } from './percent';
import { supervisionWords } from './words';

type BesideProps = { place: Place; found: Pick<Overview, 'all' | 'rounds'>; at: Date };

/** Each origin with its own counts, and what interviewers heard in a column that fills no other. */
export async function Beside({ place, found, at }: BesideProps) {
  const [{ t }, originWords] = await Promise.all([
    supervisionWords(at),
    getTranslations('words.origin'),
  ]);
  const columns = (
    ['measure', 'due', 'answered', 'yes', 'share', 'heard', 'heardYes'] as const
  ).map((name) => ({ label: t(`beside.${name}`), end: name !== 'measure' }));
  const groups = origins.flatMap((origin) => {
    const keys = headlineKeys.filter((key) => found.all[origin][key].due > 0);
    return keys.length > 0 || found.rounds[origin] > 0 ? [{ origin, keys }] : [];
  });
  if (groups.length === 0) return <p className="quiet">{t('beside.empty')}</p>;
  return (
    <Rows caption={t('beside.caption')} captionHidden columns={columns}>
      {groups.flatMap(({ origin, keys }) => [
        <RowGroup
          key={origin}
          label={originWords(origin)}
          note={t('beside.rounds', { n: found.rounds[origin] })}
          span={columns.length}
        />,
        ...keys.map((key) => (
          <BesideRow
            key={`${origin} ${key}`}
            place={{ ...place, measure: key, origin }}
            tally={found.all[origin][key]}
            at={at}
          />
        )),
      ])}
    </Rows>
  );
}

type BesideRowProps = {
  place: Place & { measure: HeadlineKey; origin: Origin };
  tally: Tally;
  at: Date;
};

async function BesideRow({ place, tally, at }: BesideRowProps) {
  const { t } = await supervisionWords(at);
  const share = shareOf(tally.yes, tally.answered);
  const interviewed = place.measure !== 'response';
  return (
    <Row>
      <Cell head>
        <Anchor href={casesAddress({ ...place, which: 'due' })}>
          {t(`measure.${place.measure}.name`)}
        </Anchor>
      </Cell>
      <Cell end beside label={t('beside.due')}>
        {tally.due}
      </Cell>
      <Cell end beside label={t('beside.answered')}>
        {tally.answered}
      </Cell>
      <Cell end beside label={t('beside.yes')}>
        {tally.yes}
      </Cell>
      <Cell end label={t('beside.share')}>
        {share ? (
          <>
            {percent(share.value)}% <span className="nb quiet">({intervalWords(share)})</span>
          </>
        ) : (
          t('units.few')
        )}
      </Cell>
      <Cell end beside label={t('beside.heard')}>
        {interviewed ? tally.heard : '–'}
      </Cell>
      <Cell end beside label={t('beside.heardYes')}>
        {interviewed ? tally.heardYes : '–'}
      </Cell>
    </Row>
  );
}
