import type { Metadata } from 'next';
import { BulkDone } from '@/components/desk/bulk-done';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { inboxAddress } from '@/lib/desk/addresses';
import { deskOf, isBulkVerb, mayInBulk, readTicked } from '@/lib/desk/bulk';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulk');
  return { title: t('resultTitle') };
}

/** What became of a step for several cases; says nothing of cases the reader may not know of. */
export default async function BulkDonePage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const verb = firstParam(params.verb);
  if (!isBulkVerb(verb) || !mayInBulk(actor, verb)) notHere();
  const { ticked: done } = readTicked(params.done);
  const not = new Map(
    [params.not ?? []].flat().flatMap((it): [string, string][] => {
      const [, number, code] = /^(\d{12,14})\.([A-Za-z]{1,40})$/.exec(it) ?? [];
      return number && code ? [[number, code]] : [];
    }),
  );
  const back = inboxAddress({ desk: deskOf(verb) });
  return (
    <DeskFrame actor={actor} at="today">
      <BulkDone {...{ actor, verb, done, not, back }} />
    </DeskFrame>
  );
}
