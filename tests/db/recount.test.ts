import { expect, it } from 'vitest';
import { periodOf } from '@/lib/measures/period';
import { recount } from '@/lib/recount/recount';
import { act } from '@/prisma/seed/scene';
import { scenes } from '@/prisma/seed/scenes';
import { ready } from '../support/county';

const cast = await ready();
for (const scene of scenes) await act(scene, cast, new Date());
const zone = 'Asia/Shanghai';

it('the demo town', async () => {
  const found = await recount({
    period: periodOf('2020-01-01', '2030-01-01', zone),
    zone,
    at: new Date(),
  });
  expect(found.differing).toBe(0);
});
