import { nameOf } from '@/components/appeals/story-words';
import { dot, tellingAt } from '@/components/appeals/telling';
import type { Fact } from '@/components/ui/facts';
import { handOversOf, leadOf } from '@/lib/appeals/case-file';
import { isFinal, namingsOf } from '@/lib/appeals/hand-overs';
import { isOpen } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** Who answers for an open case, how often it changed hands in this round, and until when it can go back. */
export async function handOverFacts(view: CaseView): Promise<Fact[]> {
  const { file, responsible } = view;
  if (!isOpen(file.appeal.status)) return [];
  const [t, { locale }] = await Promise.all([getTranslations('handOvers'), tellingAt(view.at)]);
  const naming = namingsOf(file).length;
  const count = handOversOf(file);
  const elsewhere = responsible && responsible.id !== leadOf(file)?.unitId;
  const counter = [
    naming > 0 && t('naming', { naming }),
    count > 0 && t('count', { count }),
    isFinal(file) && t('final'),
  ].filter((it) => it !== false);
  return [
    ...(elsewhere
      ? [
          {
            term: t('responsible'),
            detail: t('responsibleUntil', { unit: nameOf(responsible, locale) }),
          },
        ]
      : []),
    ...(counter.length > 0 ? [{ term: t('counter'), detail: counter.join(dot(locale)) }] : []),
    ...(await returnFact(view)),
  ];
}

/** The last moment at which the present lead may send it back; nothing once it has accepted. */
async function returnFact(view: CaseView): Promise<Fact[]> {
  const clock = returnClock(view);
  if (!clock?.dueAt || isFinal(view.file)) return [];
  const [t, words, telling] = await Promise.all([
    getTranslations('handOvers'),
    getTranslations('words'),
    tellingAt(view.at),
  ]);
  const moment = momentOf(clock.dueAt, telling);
  const limit = words(`limitUnit.${clock.unit}`, { amount: clock.amount });
  return [
    {
      term: t('sendBack'),
      detail: (
        <>
          {clock.dueAt < view.at ? t('over', { moment }) : t('until', { moment })}
          <span className="meta block">
            {t.rich('limit', {
              limit,
              source: () => <span lang="zh-CN">{clock.source}</span>,
            })}
          </span>
        </>
      ),
    },
  ];
}

/** The running clock of the present lead's leave to send back. */
export const returnClock = ({ file }: CaseView) =>
  file.clocks.find(
    (it) => it.kind === 'sendBack' && !it.stoppedAt && it.assignmentId === leadOf(file)?.id,
  );
