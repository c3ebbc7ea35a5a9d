import { proofField, proofProblem } from '@/lib/auth/fresh-proof';
import { ownMark } from '@/lib/auth/own-writing';
import { currentSession } from '@/lib/auth/session';
import { startExport } from '@/lib/exports/start-export';
import { isExportKind } from '@/lib/exports/tables';
import { formats } from '@/lib/exports/written';
import { momentOf } from '@/lib/i18n/dates';
import { namesIn } from '@/lib/i18n/names';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { mayMeasure } from '@/lib/measures/access';
import { readPeriod } from '@/lib/measures/period';
import { atPage } from '@/lib/people/actor';
import { isFromHere } from '@/lib/presence/is-from-here';
import { now } from '@/lib/time/now';

const led = (to: string): Response =>
  new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'no-store' } });

/** Letters of one choice that are given back. */
const longestChoice = 40;

/** `POST /supervision/exports/file` with kind, format, from and to: the file. A wrong form is led back to the page. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers)) return new Response(null, { status: 403 });
  // A form is sent here, but nothing is done that the person would look for afterwards.
  const mark = await ownMark();
  const session = await currentSession();
  if (!session) return led('/sign-in?back=/supervision/exports');
  const { actor } = session;
  const form = await request.formData().catch(() => new FormData());
  const given = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [at, zone, locale] = [now(), civilZone(), await getLocale()];
  const dates = { from: given('from'), to: given('to') };
  // What was chosen comes back with the address, which holds no more than a choice needs.
  const chosen = Object.fromEntries(
    Object.entries({ ...dates, kind: given('kind'), format: given('format') }).map(([name, it]) => [
      name,
      it.slice(0, longestChoice),
    ]),
  );
  const back = (problem: string) =>
    led(`/supervision/exports?${new URLSearchParams({ ...chosen, problem })}`);
  const kind = given('kind');
  const format = formats.find((it) => it === given('format'));
  const { period, understood } = readPeriod(dates, at, zone);
  if (!understood) return back('dates');
  if (!isExportKind(kind) || !format) return back('choice');

  if (!mayMeasure(actor)) return led('/not-here');
  const stale = await proofProblem(session, given(proofField));
  if (stale) return back(stale.code === 'proofNeeded' ? 'proof' : 'proofWrong');

  const { say, t } = await words();
  const who = actor.name;
  const started = await startExport(atPage(actor, mark), {
    kind,
    format,
    period,
    zone,
    names: namesIn(locale),
    say,
    mark: (number) => t('markOf', { number, who, moment: momentOf(at, { locale, zone, at }) }),
  });
  if (!started.ok) return started.problem === 'busy' ? back('busy') : led('/not-here');
  return new Response(started.body, {
    headers: {
      'Content-Type': started.type,
      'Content-Disposition': `attachment; filename="huiyin-${kind}-${period.fromOn}-${period.toOn}-${started.number}.${format}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

const namespaces = ['exports', 'words', 'supervision', 'verbs'] as const;

async function words() {
  const all = await Promise.all(namespaces.map((it) => getTranslations(it)));
  const [t] = all;
  if (!t) throw new Error('no words');
  const byName = new Map(namespaces.map((it, nth) => [it as string, all[nth] ?? t]));
  const say = (key: string): string => {
    const dot = key.indexOf('.');
    return String((byName.get(key.slice(0, dot)) ?? t)(key.slice(dot + 1)));
  };
  return { say, t };
}
