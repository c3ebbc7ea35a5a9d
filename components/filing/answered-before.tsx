import { readerLocale } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import { answersNear } from '@/lib/answers/read';
import { type Entries, entryOf } from '@/lib/forms';
import { namesIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';

/** What has been answered already of what was just told; nobody has to read it to go on. */
export async function AnsweredBefore({ told }: { told: Entries }) {
  const [t, locale, answers] = await Promise.all([
    getTranslations('answers'),
    readerLocale(),
    answersNear(entryOf(told, 'what')),
  ]);
  if (answers.length === 0) return null;
  return (
    <div className="mt-24 mb-32">
      <Note boxed heading={t('before')}>
        <ul className="mt-8">
          {answers.map((it) => {
            const english = namesIn(locale) === 'en' && it.questionEn !== null;
            return (
              <li key={it.id} className="mt-8">
                <Anchor href={`/answers#${it.id}`}>
                  <span lang={english ? 'en' : 'zh-CN'}>
                    {english ? it.questionEn : it.question}
                  </span>
                </Anchor>
              </li>
            );
          })}
        </ul>
        <p className="quiet mt-8">{t('beforeHint')}</p>
      </Note>
    </div>
  );
}
