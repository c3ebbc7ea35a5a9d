import type { Metadata } from 'next';
import { BulkChoice } from '@/components/desk/bulk-choice';
import { BulkPreview } from '@/components/desk/bulk-preview';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { BackLink } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { inboxAddress } from '@/lib/desk/addresses';
import {
  asksOf,
  deskOf,
  isBulkVerb,
  mayInBulk,
  mostAtOnce,
  readBulkInput,
  readTicked,
} from '@/lib/desk/bulk';
import { foresee } from '@/lib/desk/foresee';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulk');
  return { title: t('title') };
}

/** Several cases, one step: what it asks, then what it will do to each. Looking changes nothing. */
export default async function BulkPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params, t] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations('bulk'),
  ]);
  const verb = firstParam(params.verb);
  if (!isBulkVerb(verb) || !mayInBulk(actor, verb)) notHere();
  const { ticked, left } = readTicked(params.case);
  const back = inboxAddress({ desk: deskOf(verb) });
  if (ticked.length === 0) {
    return (
      <DeskFrame actor={actor} at="today">
        <Empty kind="missing" heading={t('noneTicked')} level={1}>
          <p className="quiet">{t('noneTickedNext')}</p>
          <p className="mt-16">
            <LinkButton href={back}>{t('back')}</LinkButton>
          </p>
        </Empty>
      </DeskFrame>
    );
  }
  const asks = asksOf(verb);
  const chosen = { personId: firstParam(params.personId), unitId: firstParam(params.unitId) };
  const given = asks ? { [asks]: chosen[asks] ?? '' } : {};
  const input = readBulkInput(verb, given);
  const foresight = input && (await foresee(actor, verb, input, ticked));
  return (
    <DeskFrame actor={actor} at="today">
      <BackLink href={back}>{t('back')}</BackLink>
      <h1>{t(`heading.${verb}`, { count: ticked.length })}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {left > 0 && (
        <div className="mt-16 max-w-measure">
          <Note>{<p>{t('tooMany', { most: mostAtOnce, left })}</p>}</Note>
        </div>
      )}
      {asks && (
        <BulkChoice
          {...{ actor, verb, asks, ticked }}
          chosen={input?.[asks]}
          missing={params.asked !== undefined && !input}
        />
      )}
      {input && foresight && <BulkPreview {...{ verb, input, foresight, back }} />}
    </DeskFrame>
  );
}
