import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Notice } from '@/components/ui/note';
import { runningClock } from '@/lib/appeals/case-file';
import { hasAnsweredNearby } from '@/lib/appeals/queries/asked-nearby';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { isOwnVerb } from './case-steps';
import type { OwnCase } from './own-case';
import { promiseOf } from './promise';

/** After a step: what happened and what comes next. Nothing where the address claims a step not taken. */
export async function DoneNote({ own, done }: { own: OwnCase; done: string | undefined }) {
  if (done === 'witness') return <Thanked own={own} />;
  const last = own.view.story.findLast((it) => it.by.kind === 'voice' && it.by.self);
  if (!done || !isOwnVerb(done) || last?.verb !== done) return null;
  const said = done === 'judge' ? await afterJudge(own) : await afterOther(own, done);
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={said.heading}>
        <p>{said.text}</p>
      </Notice>
    </div>
  );
}

/** For an answer about another case, which stands in no story of theirs. */
async function Thanked({ own }: { own: OwnCase }) {
  if (!(await hasAnsweredNearby(own.actor))) return null;
  const t = await getTranslations('neighbours');
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={t('done')}>
        <p>{t('doneNext')}</p>
      </Notice>
    </div>
  );
}

interface Said {
  heading: string;
  text: string;
}

async function valuesOf({ view }: OwnCase) {
  const t = await getTranslations('follow.done');
  const telling = await tellingAt(view.at);
  const { appeal } = view.file;
  const promisedAt = promiseOf(view)?.dueAt;
  const decide = runningClock(view.file, 'decide');
  return {
    round: appeal.round,
    unit: (view.lead && nameOf(view.lead.unit, telling.locale)) || t('desk'),
    promised: promisedAt ? promisedMomentOf(promisedAt, telling) : '',
    ruled: decide?.dueAt ? promisedMomentOf(decide.dueAt, telling) : '',
    until: appeal.reopenUntil ? promisedMomentOf(appeal.reopenUntil, telling) : '',
  };
}

async function afterJudge(own: OwnCase): Promise<Said> {
  const t = await getTranslations('follow.done');
  const { view } = own;
  const { round, unit, promised, until } = await valuesOf(own);
  const verdict = view.story.findLast((it) => it.verb === 'judge' && it.by.kind === 'voice');
  if (verdict?.next) {
    return {
      heading: t('judgeAgain'),
      text: t('judgeAgainText', { round, unit, date: promised }),
    };
  }
  if (view.file.appeal.status === 'closed' && verdict?.facts.closedAs) {
    return { heading: t('judgeClosed'), text: t('judgeClosedText', { date: until }) };
  }
  const rate = runningClock(view.file, 'rate');
  const date = rate?.dueAt ? promisedMomentOf(rate.dueAt, await tellingAt(view.at)) : '';
  return { heading: t('judgeKept'), text: date ? t('judgeWaiting', { date }) : t('judgeKeptText') };
}

async function afterOther(
  own: OwnCase,
  done:
    | 'answerQuestion'
    | 'supplement'
    | 'message'
    | 'object'
    | 'objectExclusion'
    | 'withdraw'
    | 'reopen'
    | 'lookBack'
    | 'recuse'
    | 'consent'
    | 'leave'
    | 'askErasure',
) {
  const t = await getTranslations('follow.done');
  const { round, unit, promised, until, ruled } = await valuesOf(own);
  const ownStep = own.view.story.findLast(
    (it) => it.verb === 'askErasure' && it.by.kind === 'voice',
  );
  const texts = {
    object: () => t('objectText', { date: ruled }),
    objectExclusion: () => t('objectExclusionText', { date: ruled }),
    supplement: () =>
      own.view.file.appeal.status === 'resolved' || !promised
        ? t('supplementPlain')
        : t('supplementText', { date: promised }),
    answerQuestion: () =>
      promised ? t('answerQuestionText', { date: promised }) : t('answerQuestionPlain'),
    message: () => t(own.view.lead ? 'messageText' : 'messageDesk'),
    withdraw: () => t('withdrawText', { date: until }),
    recuse: () => t('recuseText'),
    consent: () => t('consentText'),
    leave: () => t('judgeKeptText'),
    askErasure: () => t(ownStep?.facts.now ? 'askErasureNow' : 'askErasureLater'),
    lookBack: () =>
      own.view.file.appeal.status === 'closed'
        ? t('judgeKeptText')
        : t('reopenText', { round, unit, date: promised }),
    reopen: () => t('reopenText', { round, unit, date: promised }),
  };
  return { heading: t(done), text: texts[done]() };
}
