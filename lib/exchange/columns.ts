/** What a table of appeals may hold, each with the names its column is known by. */
// biome-ignore format: one line a column
const knownNames = {
  number:     ['留言编号', '诉求编号', '编号', 'number', 'case number', 'id'],
  title:      ['留言主题', '主题', '标题', 'title', 'subject'],
  what:       ['留言详情', '留言内容', '诉求内容', '内容', 'what', 'text', 'description'],
  place:      ['地点', '位置', 'place', 'location'],
  filedAt:    ['留言时间', '诉求时间', '提交时间', 'filed at', 'created at'],
  answer:     ['答复意见', '答复内容', '回复内容', 'answer', 'reply'],
  answeredAt: ['答复时间', '回复时间', 'answered at', 'replied at'],
  unit:       ['答复单位', '承办单位', '单位', 'unit', 'department'],
} as const;

export type Column = keyof typeof knownNames;

export const columnNames = Object.keys(knownNames) as Column[];

const needed: readonly Column[] = ['number', 'what', 'filedAt'];

/** Where each column stands in a row, and how many cells a row has. */
export interface Layout {
  at: Partial<Record<Column, number>>;
  width: number;
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/**
 * Finds the columns by their header, `named` before the names they are known by.
 * A sentence instead where one is missing.
 */
export function layoutOf(
  header: readonly string[],
  named: Partial<Record<Column, string>>,
): Layout | { problem: string } {
  const heads = header.map(plain);
  const at: Layout['at'] = {};
  for (const column of columnNames) {
    const wanted = named[column];
    const names = wanted === undefined ? knownNames[column] : [wanted];
    const found = names.map((name) => heads.indexOf(plain(name))).find((index) => index >= 0);
    if (found !== undefined) at[column] = found;
    else if (wanted !== undefined) return { problem: `There is no column ${wanted}.` };
  }
  const missing = needed.filter((column) => at[column] === undefined);
  if ((at.answer === undefined) !== (at.answeredAt === undefined)) {
    missing.push(at.answer === undefined ? 'answer' : 'answeredAt');
  }
  if (missing.length > 0) {
    const example = `--column ${missing[0]}=NAME`;
    return { problem: `No column is known to be ${missing.join(', ')}; name it with ${example}.` };
  }
  return { at, width: header.length };
}
