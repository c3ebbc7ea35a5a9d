import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ScoreForm } from '@/components/admin/score-form';
import { ScoreHistory } from '@/components/admin/score-history';
import { tellingAt } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readWeightSets } from '@/lib/measures/score/weights';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const s = await getTranslations('score');
  return { title: s('title') };
}

/** Whether the headline rates are put together in one score, and by which weights. */
export default async function ScorePage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('score');
  const [s, sets, params, telling] = await Promise.all([
    getTranslations('score'),
    readWeightSets(),
    searchParams,
    tellingAt(now()),
  ]);
  const [last = null] = sets;
  return (
    <AdminFrame actor={actor} at="score">
      {firstParam(params.done) === 'saved' && (
        <div className="mb-24">
          <Notice kind="calm" heading={s('saved')}>
            <p>{s('savedNote')}</p>
          </Notice>
        </div>
      )}
      <h1>{s('title')}</h1>
      <p className="quiet mt-8 max-w-measure">{s('lead')}</p>
      <p className="mt-8">
        <strong>{s(last?.on ? 'nowOn' : 'nowOff')}</strong>
      </p>
      <Part id="weights" heading={s('weights')}>
        <ScoreForm last={last} />
      </Part>
      <Part id="history" heading={s('history')} aside={s('historyNote')}>
        <ScoreHistory sets={sets} telling={telling} />
      </Part>
    </AdminFrame>
  );
}
