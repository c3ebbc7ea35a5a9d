import { dot } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { DueMark } from '@/components/ui/due-mark';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { civilDay, dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { CauseLine } from '@/lib/measures/causes';
import { civilDateOf } from '@/lib/time/civil';
import { listAddress, type Place } from './address';
import { supervisionWords } from './words';

interface CauseRowsProps {
  lines: readonly CauseLine[];
  place: Place;
  at: Date;
}

/** The register of causes: kind and owner, how many, since when, and what was said about them. */
export async function CauseRows({ lines, place, at }: CauseRowsProps) {
  const [{ t, telling, unitName }, classes] = await Promise.all([
    supervisionWords(at),
    getTranslations('words.causeClass'),
  ]);
  if (lines.length === 0) return <p className="quiet">{t('causes.empty')}</p>;
  const columns = (['cause', 'owner', 'cases', 'people', 'oldest', 'answered'] as const).map(
    (name) => ({ label: t(`causes.${name}`), end: name === 'cases' || name === 'people' }),
  );
  const today = civilDateOf(at, telling.zone);
  return (
    <Rows caption={t('causes.caption')} captionHidden columns={columns}>
      {lines.map((line) => (
        <Row key={`${line.owner.id} ${line.class}`}>
          <Cell head>
            {classes(line.class)}
            {line.named.length > 0 && (
              <RowBy>
                {line.named.join(dot(telling.locale))}
                {line.kinds > line.named.length && ` ${t('causes.more', { count: line.kinds })}`}
              </RowBy>
            )}
          </Cell>
          <Cell>{unitName(line.owner)}</Cell>
          <Cell end beside label={t('causes.cases')}>
            <Anchor href={listAddress('caused', { ...place, unit: line.owner.code, alone: true })}>
              {line.cases}
            </Anchor>
          </Cell>
          <Cell end beside label={t('causes.people')}>
            {line.people}
          </Cell>
          <Cell label={t('causes.oldest')}>{dayOf(line.oldestAt, telling)}</Cell>
          <Cell label={t('causes.answered')}>
            {line.answered === 0 ? (
              <DueMark kind="yellow" word={t('causes.none')} />
            ) : (
              <>
                {t('causes.some', { answered: line.answered, cases: line.cases })}
                {line.byOn && (
                  <RowBy>
                    {t(line.byOn < today ? 'causes.byOnPast' : 'causes.byOn', {
                      date: civilDay(line.byOn, telling),
                    })}
                  </RowBy>
                )}
              </>
            )}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
