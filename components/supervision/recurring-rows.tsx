import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { Recurring } from '@/lib/lasting/overview';
import { atPlaceAddress, type Place } from './address';
import { supervisionWords } from './words';

type RecurringRowsProps = { place: Place; places: readonly Recurring[]; at: Date };

/** Places and subjects that keep coming back, most cases first; each leads to its cases. */
export async function RecurringRows({ place, places, at }: RecurringRowsProps) {
  const [l, { telling, unitName }] = await Promise.all([
    getTranslations('lasting.places'),
    supervisionWords(at),
  ]);
  if (places.length === 0) return <p className="quiet">{l('none')}</p>;
  const columns = (['place', 'cases', 'fixes', 'last'] as const).map((it) => ({
    label: l(it),
    end: it === 'cases' || it === 'fixes',
  }));
  return (
    <Rows caption={l('caption')} captionHidden columns={columns}>
      {places.map((it) => (
        <Row key={`${it.place} ${it.topicId}`}>
          <Cell head>
            <RowTitle>
              <Anchor href={atPlaceAddress(place, it)}>{it.address}</Anchor>
            </RowTitle>
            <RowBy>{unitName(it.subject)}</RowBy>
          </Cell>
          <Cell end label={l('cases')}>
            {it.cases}
          </Cell>
          <Cell end label={l('fixes')}>
            {it.fixes}
          </Cell>
          <Cell label={l('last')}>
            <span className="num">{dayOf(it.lastAt, telling)}</span>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
