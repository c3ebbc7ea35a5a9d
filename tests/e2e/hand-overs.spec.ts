import { expect, file, isSound, staff, step, test, to, visitor } from './county';

test('three hand-overs end in a final naming', async ({ browser }) => {
  const resident = await visitor(browser);
  const { caseNumber, link } = await file(resident.page, {
    what: '路口的井盖响了三夜',
    place: '老街 8 号',
  });
  const [one, two] = [await staff(browser, 'chenjing'), await staff(browser, 'xujiayi')];
  const [street, bureau] = [await staff(browser, 'zhaolimin'), await staff(browser, 'hewei')];
  const back = (better: string) => async (page: import('@playwright/test').Page) => {
    await page.getByLabel('该归哪个单位').selectOption({ label: better });
    await page.getByLabel('为什么不归我们').fill('井盖不是我们的设施。');
  };

  await step(one.page, caseNumber, 'dispatch', (it) => to(it, '柳湾街道'), '派单');
  await street.page.goto(`/appeals/${caseNumber}/sendBack`);
  await expect(street.page.getByText(/最晚 .*可以退单/)).toBeVisible();
  await isSound(street.page, 'sendBack');
  await step(street.page, caseNumber, 'sendBack', back('县住建局'), '退给派单员');

  // Who named the unit does not decide whether it was right.
  await one.page.goto(`/appeals/${caseNumber}`);
  await expect(one.page.getByText('要由另一位派单员来定').first()).toBeVisible();
  await two.page.goto(`/appeals/${caseNumber}/dispatch`);
  await expect(two.page.getByRole('heading', { name: '柳湾街道退了单，由您来定' })).toBeVisible();
  await isSound(two.page, 'dispatch');
  await step(two.page, caseNumber, 'dispatch', (it) => to(it, '县住建局'), '派单');

  // The first unit answers for it until another has accepted; the resident reads that.
  await resident.page.goto(link);
  await expect(resident.page.getByText(/由柳湾街道对您负责/).first()).toBeVisible();
  await street.page.goto('/desk?list=all');
  await expect(street.page.getByText('别的单位签收以前，由本单位负责').first()).toBeVisible();

  await step(bureau.page, caseNumber, 'sendBack', back('柳湾街道'), '退给派单员');
  // Rejected: the same unit again, with a reason it reads.
  await one.page.goto(`/appeals/${caseNumber}/dispatch`);
  await to(one.page, '县住建局');
  await one.page.getByRole('button', { name: '派单', exact: true }).click();
  await expect(one.page.getByText('这里要写一写').first()).toBeVisible();
  const rejects = async (page: import('@playwright/test').Page) => {
    await to(page, '县住建局');
    await page.getByLabel('为什么这样定').fill('道路附属设施，职责清单第 12 项。');
  };
  await step(one.page, caseNumber, 'dispatch', rejects, '派单');
  await expect(one.page.getByText(/退单不成立/).first()).toBeVisible();
  await bureau.page.goto(`/appeals/${caseNumber}/sendBack`);
  await expect(bureau.page.getByText('再转手一次就满 3 次').first()).toBeVisible();
  await step(bureau.page, caseNumber, 'sendBack', back('柳湾街道'), '退给派单员');

  await two.page.goto(`/appeals/${caseNumber}/dispatch`);
  await expect(two.page.getByText('您这次派的单位不能再退').first()).toBeVisible();
  await step(two.page, caseNumber, 'dispatch', (it) => to(it, '柳湾街道'), '派单');
  await expect(two.page.getByText('最终派单，不能再退').first()).toBeVisible();
  await isSound(two.page, 'case');

  await street.page.goto(`/appeals/${caseNumber}`);
  await expect(street.page.getByText('转手 3 次').first()).toBeVisible();
  await street.page.goto(`/appeals/${caseNumber}/sendBack`);
  await expect(street.page.getByText('这次派单是最终的').first()).toBeVisible();
  await expect(street.page.getByRole('button', { name: '退给派单员' })).toHaveCount(0);
  await step(street.page, caseNumber, 'accept', async () => {}, '签收');

  const supervisor = await staff(browser, 'zhoumin');
  await supervisor.page.goto(`/appeals/${caseNumber}`);
  await expect(supervisor.page.getByText(/几次转手/).first()).toBeVisible();
  await expect(supervisor.page.getByText(/1 级督办/).first()).toBeVisible();
  for (const it of [resident, one, two, street, bureau, supervisor]) await it.close();
});
