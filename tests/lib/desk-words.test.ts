import { expect, it } from 'vitest';
import { desks, listsOf } from '@/lib/appeals/queries/inbox-lists';
import en from '@/messages/en/desk.json';
import zh from '@/messages/zh/desk.json';

it.each([
  ['zh', zh],
  ['en', en],
])('%s has a name, lists, an empty page and an end for every desk', (_, { inbox }) => {
  for (const desk of desks) {
    expect(inbox.desk).toHaveProperty(desk);
    expect(inbox.empty).toHaveProperty(desk);
    expect(inbox.end).toHaveProperty(desk);
    for (const list of listsOf(desk)) expect(inbox.list).toHaveProperty(`${desk}.${list}`);
  }
});
