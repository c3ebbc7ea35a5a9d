import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';
import type { Cast } from './install-cast';

const answers: readonly {
  category: string | null;
  question: string;
  body: string;
  questionEn: string;
  bodyEn: string;
}[] = [
  {
    category: 'heating',
    question: '暖气不热找谁？',
    body: '先看进户阀门开没开、暖气片有没有气。还不热，打 0000-12345 或在这里登记，写清几号楼几单元，白天夜里各多少度。供暖期里卧室、客厅不该低于 18 度。',
    questionEn: 'My radiators are cold. Whom do I tell?',
    bodyEn:
      'See first whether the valve at your door is open and whether there is air in the radiator. If it stays cold, call 0000-12345 or file it here: which building and entrance, and how warm it is by day and by night. In the heating season living rooms and bedrooms should not be below 18 °C.',
  },
  {
    category: 'parking',
    question: '车位被别人占了怎么办？',
    body: '小区里的车位先找物业。路边的、消防通道上的，在这里登记，写清哪条路、什么时候最多。挡住救护车、消防车的，马上打 110。',
    questionEn: 'Somebody parks in my place. What can I do?',
    bodyEn:
      'Inside an estate ask the property manager first. On the street or in a fire lane file it here: which road, and when it is worst. If it blocks an ambulance or a fire engine call 110 at once.',
  },
  {
    category: null,
    question: '不留姓名能登记吗？',
    body: '能。什么都不留也能登记，交上以后给您一个私人链接，凭它看进度、补充、评价。链接丢了就找不回来，最好存下或打印。',
    questionEn: 'Can I file without my name?',
    bodyEn:
      'Yes. You need not leave anything: once it is sent you get a private link with which you follow it, add to it and judge it. A lost link cannot be found again, so keep it or print it.',
  },
  {
    category: null,
    question: '怎么查我的事办到哪里了？',
    body: '打开您的私人链接。找不到了，用登记时留的手机或邮箱收一个验证码，您的事都在里面。打电话来问，报编号就行。',
    questionEn: 'How do I see how far my case is?',
    bodyEn:
      'Open your private link. If you have lost it, have a code sent to the number or address you left: all your cases are there. By telephone your case number is enough.',
  },
  {
    category: null,
    question: '办得不满意怎么办？',
    body: '答复以后请您来评。选“没解决”，这件事就再办一轮，不用重新登记。评价只有您能做，办事的单位改不了。',
    questionEn: 'What if I am not satisfied?',
    bodyEn:
      'Once it is answered you are asked. Choose “not solved” and it goes round again; you need not file anew. Nobody but you can judge it, and the unit cannot change what you say.',
  },
];

/** What is often asked in the county, as it would have been written. */
export async function installAnswers({ categories }: Cast, at: Date): Promise<void> {
  await db().answer.createMany({
    data: answers.map(({ category, ...words }) => ({
      ...words,
      id: newId(),
      categoryId: category ? (categories.get(category) ?? null) : null,
      version: 1,
      changedAt: at,
    })),
  });
}
