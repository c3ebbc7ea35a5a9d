import { expect, file, isSound, staff, test, visitor } from './county';

test('three cases dispatched and accepted together, one overtaken, without any script', async ({
  browser,
}) => {
  const resident = await visitor(browser);
  const numbers: string[] = [];
  for (const what of ['一号楼的灯坏了', '二号楼的灯坏了', '三号楼的灯坏了']) {
    numbers.push((await file(resident.page, { what, place: '柳湾三村' })).caseNumber);
  }
  await resident.close();
  const ticked = numbers.map((it) => `case=${it}`).join('&');

  const office = await staff(browser, 'chenjing', { javaScriptEnabled: false });
  await office.page.goto(`/desk/bulk?verb=dispatch&${ticked}`);
  await office.page.getByRole('button', { name: '先看会怎样' }).click();
  await expect(office.page.getByText('请选一个单位')).toBeVisible();
  await office.page.locator('select[name=unitId]').selectOption({ label: '柳湾街道' });
  await office.page.getByRole('button', { name: '先看会怎样' }).click();
  await expect(office.page.getByText('3 件可以派出，0 件不行。')).toBeVisible();
  await office.page.getByRole('button', { name: '派出这 3 件' }).click();
  await expect(office.page.getByRole('heading', { level: 1 })).toContainText('派出了 3 件');
  await office.close();

  const handler = await staff(browser, 'zhaolimin', { javaScriptEnabled: false });
  const { page } = handler;
  await page.goto('/desk?list=accept');
  for (const it of numbers) await page.locator(`input[name=case][value="${it}"]`).check();
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await expect(page.getByText('3 件可以签收，0 件不行。')).toBeVisible();

  const leader = await staff(browser, 'wangxiulan');
  await leader.page.goto(`/appeals/${numbers[1]}/accept`);
  await leader.page.getByRole('button', { name: '签收' }).click();
  await expect(leader.page).toHaveURL(/done=accept/);

  await page.getByRole('button', { name: '签收这 3 件' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('签收了 2 件，1 件没签收');
  await expect(page.getByRole('region', { name: '没办的 1 件' })).toContainText('王秀兰');
  // Gone back to, the preview tells how things stand now.
  await page.goBack();
  await expect(page.getByText('0 件可以签收，3 件不行。')).toBeVisible();
  await handler.close();

  await leader.page.goto(`/desk/bulk?verb=assign&${ticked}`);
  await isSound(leader.page, 'choice');
  await leader.page.locator('select[name=personId]').selectOption({ label: '赵立民' });
  await leader.page.getByRole('button', { name: '先看会怎样' }).click();
  await leader.page.getByRole('button', { name: '指派这 3 件' }).waitFor();
  await isSound(leader.page, 'preview');
  await leader.page.getByRole('button', { name: '指派这 3 件' }).click();
  await expect(leader.page.getByRole('heading', { level: 1 })).toContainText('指派了 3 件');
  await isSound(leader.page, 'result');
  await leader.close();
});
