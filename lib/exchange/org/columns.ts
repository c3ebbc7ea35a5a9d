import type { Fault } from './fault';
import type { Line } from './read-table';

/** Names of columns as people write them; the first of each language stands in the template. */
export const unitColumns = {
  code: ['单位代码', 'code', '代码', '编码', 'unit code'],
  name: ['单位名称', 'name', '名称', '单位', 'unit'],
  nameEn: ['英文名称', 'english name', '英文名'],
  kind: ['类别', 'kind', '类型', '单位类别'],
  parent: ['上级单位', 'parent', '上级', '上级单位代码', 'parent code'],
} as const;

export const personColumns = {
  name: ['姓名', 'name', '名字'],
  login: ['用户名', 'user name', '登录名', 'login', 'username'],
  unit: ['单位', 'unit', '单位代码', '单位名称', 'unit code'],
  roles: ['角色', 'roles', 'role'],
  email: ['工作邮箱', 'work e-mail', '邮箱', 'email', 'e-mail'],
} as const;

type Columns = Readonly<Record<string, readonly string[]>>;

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Column → where it stands. What is asked for and missing is a fault of the header. */
export function findColumns<K extends string>(
  header: readonly string[],
  columns: Record<K, readonly string[]> & Columns,
  asked: readonly NoInfer<K>[],
): { at: Map<K, number>; faults: Fault[] } {
  const heads = header.map(plain);
  const at = new Map<K, number>();
  const faults: Fault[] = [];
  for (const column of Object.keys(columns) as K[]) {
    const found = heads.flatMap((it, index) => (columns[column].includes(it) ? [index] : []));
    const [first, second] = found;
    if (second !== undefined) {
      faults.push({ line: 1, code: 'columnTwice', values: { column: header[second] ?? '' } });
    }
    if (first !== undefined) at.set(column, first);
    else if (asked.includes(column)) {
      const [zh = '', en = ''] = columns[column];
      faults.push({ line: 1, code: 'columnMissing', values: { zh, en } });
    }
  }
  return { at, faults };
}

/** What stands in a column of a line, tidied; '' when the line or the table has none. */
export const cellOf =
  <K extends string>(at: ReadonlyMap<K, number>) =>
  (line: Line, column: K): string =>
    (line.cells[at.get(column) ?? -1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
