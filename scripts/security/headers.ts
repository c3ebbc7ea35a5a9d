import type { Fault } from '@/scripts/faults/frame';
import { nothing, type Outcome, plus } from '@/scripts/faults/outcome';
import { say } from '@/scripts/launcher/say';
import { asHttps } from '@/tests/support/attack/as-https';
import { formsFromElsewhere } from '@/tests/support/attack/elsewhere';
import { type Found, headersOfEverything } from '@/tests/support/attack/headers';
import { foreignNames, hostileHeaders } from '@/tests/support/attack/hostile';
import { readings } from '@/tests/support/attack/questions';
import {
  byAnyName,
  obedient,
  trusting,
  withInlineScripts,
  withOneNonce,
  withoutHeader,
} from '@/tests/support/attack/worse';
import type { Calling } from '@/tests/support/matrix/calls';
import { ownWorld } from './own-world';

const some = 5;

/** Health, readiness and figures are asked by machines, at whatever name they know. */
const isOfPeople = (path: string): boolean => !/^\/api\/(health|ready|metrics)$/.test(path);

/** What was asked and what was wrong of it; the first few are said. */
function counted(what: string, asking: string, { asked, wrong }: Found): Outcome {
  for (const it of wrong.slice(0, some)) say(`    ${it}`);
  return { ...nothing, wrong: { [what]: wrong.length }, seen: { [asking]: asked } };
}

async function over(calling: Calling): Promise<Outcome> {
  const secure = await asHttps(calling);
  const paths = [...new Set(readings(calling).map(({ path }) => path))].filter(isOfPeople);
  const parts = [
    counted('answers lacking something', 'answers', await headersOfEverything(calling)),
    counted(
      'answers by https lacking something',
      'answers by https',
      await headersOfEverything(secure),
    ),
    counted(
      'forms from elsewhere taken',
      'forms from elsewhere',
      await formsFromElsewhere(calling),
    ),
    counted(
      'hostile headers with an effect',
      'requests with hostile headers',
      await hostileHeaders(calling),
    ),
    counted(
      'answers at a foreign name',
      'requests at foreign names',
      await foreignNames(calling, paths),
    ),
  ];
  await secure.close();
  return { ...parts.reduce(plus, nothing), done: 1 };
}

/** What every answer carries; and what forms, headers and names of strangers bring about. */
export const headers: Fault = {
  of: 'passes over every way in',
  usual: 1,
  portion: 1,
  async start() {
    const { ownerUrl, calling, close } = await ownWorld();
    const open = (name: string) => /^\/(track|answers|open) /.test(name);
    const keep = (name: string) => name === 'app/actions/filters.ts keepFilter';
    const lacking = (worse: Calling) => async () =>
      counted('answers lacking something', 'answers', await headersOfEverything(worse, open));
    return {
      ownerUrl,
      run: () => over(calling),
      controls: {
        'one nonce for all': lacking(withOneNonce(calling)),
        'scripts allowed in pages': lacking(withInlineScripts(calling)),
        'nosniff forgotten': lacking(withoutHeader('x-content-type-options')(calling)),
        'where a form comes from not asked': async () =>
          counted(
            'forms from elsewhere taken',
            'forms from elsewhere',
            await formsFromElsewhere(trusting(calling.origin)(calling), keep),
          ),
        'headers of the framework believed': async () =>
          counted(
            'hostile headers with an effect',
            'requests with hostile headers',
            await hostileHeaders(obedient(calling), ['stranger']),
          ),
        'any name answered by': async () =>
          counted(
            'answers at a foreign name',
            'requests at foreign names',
            await foreignNames(byAnyName(calling), ['/track']),
          ),
      },
      close,
    };
  },
};
