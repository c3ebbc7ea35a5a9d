import { langOf, tellingAt } from '@/components/appeals/telling';
import { Facts } from '@/components/ui/facts';
import { Part } from '@/components/ui/headings';
import { Said } from '@/components/ui/story-line';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { momentOf } from '@/lib/i18n/dates';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import type { OwnData } from '@/lib/own-data/own-data';

/** All that is kept of one resident in one case, to be read and kept. */
export async function OwnDataPart({ data }: { data: OwnData }) {
  const [t, telling] = await Promise.all([getTranslations('ownData'), tellingAt(data.view.at)]);
  const { view, voice, contact, devices, told } = data;
  const { caseNumber, filedAt } = view.file.appeal;
  const lang = langOf(voice.locale);
  const facts = [
    { term: t('filed'), detail: momentOf(filedAt, telling) },
    { term: t('name'), detail: contact?.name ?? t('none') },
    { term: t('phone'), detail: contact?.phone ?? t('none') },
    { term: t('email'), detail: contact?.email ?? t('none') },
    { term: t('secret'), detail: t(voice.secret ? 'yes' : 'no') },
    { term: t('devices'), detail: `${devices}` },
    { term: t('told'), detail: t('toldOf', { n: told.length }) },
    ...(view.detail.what
      ? [{ term: t('what'), detail: <Said lang={lang}>{view.detail.what}</Said> }]
      : []),
    ...(view.detail.place
      ? [{ term: t('place'), detail: <span lang={lang}>{view.detail.place}</span> }]
      : []),
  ];
  return (
    <Part
      id={`case-${caseNumber}-${voice.joinedAt.getTime()}`}
      heading={spokenCaseNumber(caseNumber)}
    >
      <Facts facts={facts} />
      <h3 className="mt-32 mb-8">{t('story')}</h3>
      <Story data={data} lang={lang} />
      <Verdicts data={data} />
      <h3 className="mt-32 mb-8">{t('looked')}</h3>
      <Looked data={data} />
    </Part>
  );
}

async function Story({ data, lang }: { data: OwnData; lang: string }) {
  const [verbs, telling] = await Promise.all([getTranslations('verbs'), tellingAt(data.view.at)]);
  return (
    <ul className="stack">
      {data.view.story.map(({ seq, at, verb, words }) => (
        <li key={seq}>
          {momentOf(at, telling)} {verbs(`${verb}.name`)}
          {Object.entries(words).map(([field, said]) => (
            <Said key={field} lang={lang}>
              {said}
            </Said>
          ))}
        </li>
      ))}
    </ul>
  );
}

async function Verdicts({ data: { view, verdicts } }: { data: OwnData }) {
  if (verdicts.length === 0) return null;
  const [t, words, telling] = await Promise.all([
    getTranslations('ownData'),
    getTranslations('words'),
    tellingAt(view.at),
  ]);
  const satisfied = (word: string | null) => (word ? words(`satisfaction.${word}`) : t('silent'));
  return (
    <>
      <h3 className="mt-32 mb-8">{t('verdicts')}</h3>
      <ul className="stack">
        {verdicts.map((it) => (
          <li key={`${it.at.toISOString()} ${it.occasion}`}>
            {t('verdict', {
              date: momentOf(it.at, telling),
              solved: words(`solved.${it.solved}`),
              result: satisfied(it.result),
              handling: satisfied(it.handling),
              pressed: t(it.pressed === null ? 'silent' : it.pressed ? 'yes' : 'no'),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

async function Looked({ data: { view, looked, copies } }: { data: OwnData }) {
  const [t, telling] = await Promise.all([getTranslations('ownData'), tellingAt(view.at)]);
  return (
    <>
      {looked.length === 0 && <p>{t('nobody')}</p>}
      <ul className="stack">
        {looked.map((it) => (
          <li key={`${it.what} ${it.at.toISOString()}`}>
            {t('lookedBy', {
              date: momentOf(it.at, telling),
              name: it.personName,
              unit: nameIn(telling.locale, { name: it.unitName, nameEn: it.unitNameEn }),
              reason: it.reason ?? t('searched'),
            })}
          </li>
        ))}
        {copies.map((it) => (
          <li key={it.toISOString()}>{t('copied', { date: momentOf(it, telling) })}</li>
        ))}
      </ul>
    </>
  );
}
