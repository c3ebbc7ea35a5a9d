import { namesOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { DueInLine } from '@/components/desk/due';
import { Note } from '@/components/ui/note';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { CallRow } from '@/lib/appeals/records';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** What the reader's unit was called for, and what it owes next. */
export async function AskedNote({ actor, view }: StepProps) {
  const [t, words] = await Promise.all([getTranslations('steps'), getTranslations('words.clock')]);
  const line = view.calls.find((it) => it.call.unitId === actor.unitId && !it.call.endedAt);
  if (!line) return null;
  return (
    <div className="mt-24 max-w-measure">
      <Note boxed heading={t('whistle.whatForLabel')}>
        <p className="mt-8 whitespace-pre-line">{line.whatFor}</p>
        {line.next && (
          <p className="mt-8">
            <DueInLine times={line.next.clock} at={view.at} owed={words(line.next.kind)} />
          </p>
        )}
      </Note>
    </div>
  );
}

/** Names of the units of some calls; empty where there are none. */
export async function unitList(view: CaseView, calls: readonly CallRow[]): Promise<string> {
  const ids = calls.map((it) => it.id);
  const units = view.calls.filter((it) => ids.includes(it.call.id)).map((it) => it.unit);
  return namesOf(units, await readerLocale());
}
