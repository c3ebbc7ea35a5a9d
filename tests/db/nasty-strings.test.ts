// ASVS 5.0: 1.2.4, 1.3.3, 2.2.1
import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { ready } from '../support/county';
import { essence, nastyStrings } from '../support/nasty-strings';

await ready();

/** Through form, rule, database and back: as it was written, or a problem at the field it was written in. */
it('every nasty string in every field of filing and adding comes back as it was, or is refused there', async () => {
  const outcome = { kept: 0, refused: 0 };
  for (const text of nastyStrings) {
    for (const field of ['what', 'place', 'aboutWho'] as const) {
      const input = { what: '路灯不亮', place: '柳湾一巷', [field]: text };
      const filed = await fileAppeal({ input }, mintResident());
      if (!filed.ok) {
        expect(filed.problems.map((it) => it.field)).toEqual([field]);
        outcome.refused += 1;
        continue;
      }
      const voice = mintVoice(filed.voiceId, filed.appealId);
      const view = await viewCase(voice, filed.caseNumber);
      const words = view?.story[0]?.words ?? {};
      expect(essence(words[field === 'aboutWho' ? 'who' : field] ?? '')).toBe(essence(text));
      outcome.kept += 1;
      if (field !== 'what') continue;
      const added = {
        appealId: filed.appealId,
        verb: 'supplement',
        input: { words: text },
      } as const;
      const step = await perform(added, voice);
      if (!step.ok) expect(step.problems.map((it) => it.field)).toEqual(['words']);
      else {
        const after = await viewCase(voice, filed.caseNumber);
        expect(essence(after?.story.at(-1)?.words.words ?? '')).toBe(essence(text));
      }
    }
  }
  expect(outcome.kept).toBeGreaterThan(300);
  expect(outcome.refused).toBeGreaterThan(100);
}, 300_000);
