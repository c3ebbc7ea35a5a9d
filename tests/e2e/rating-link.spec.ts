import { expect, judge, staff, test, visitor } from './county';
import { withLink } from './past';

/** What a scanner of mails, a preview of a messenger or a browser that looks ahead does: it reads. */
test('a thousand visits judge nothing, one answer judges once, and once more it is refused', async ({
  browser,
}) => {
  test.slow();
  const { caseNumber, link } = await withLink('answered');
  const { page, close } = await visitor(browser, { javaScriptEnabled: false });
  await page.goto(link);
  const form = `/follow/${caseNumber}/judge`;
  const paths = [link, `/follow/${caseNumber}`, form, `${form}?solved=yes&round=1`];
  const seen = new Set<number>();
  for (let nth = 0; nth < 1_000; nth += 8) {
    const some = Array.from({ length: 8 }, (_, at) => paths[(nth + at) % paths.length] ?? form);
    const answers = await Promise.all(
      some.map((path) => page.request.get(path, { headers: { 'User-Agent': 'LinkScanner/1.0' } })),
    );
    for (const it of answers) seen.add(it.status());
  }
  expect([...seen]).toEqual([200]);

  const desk = await staff(browser, 'zhoumin', { javaScriptEnabled: false });
  const verdicts = async () => {
    await desk.page.goto(`/appeals/${caseNumber}`);
    return desk.page.getByText(/评价：(解决|部分|没解)/).count();
  };
  expect(await verdicts()).toBe(0);

  await page.goto(`/follow/${caseNumber}`);
  const sent = page.waitForRequest((it) => it.method() === 'POST');
  await judge(page, '解决了');
  const request = await sent;
  expect(await verdicts()).toBe(1);
  const again = await page.request.post(request.url(), {
    data: request.postDataBuffer() ?? Buffer.alloc(0),
    headers: { 'Content-Type': request.headers()['content-type'] ?? '' },
    maxRedirects: 0,
  });
  expect(again.status()).toBeLessThan(500);
  expect(await verdicts()).toBe(1);
  await desk.close();
  await close();
});
