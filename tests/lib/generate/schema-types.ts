import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Types } from '@/scripts/generate/binary-rows';

const scalars: Readonly<Record<string, string>> = {
  Int: 'int4',
  'Int @db.SmallInt': 'int2',
  Boolean: 'bool',
  DateTime: 'timestamptz',
  Json: 'jsonb',
  'String @db.Uuid': 'uuid',
  'String[] @db.Uuid': '_uuid',
  'String[]': '_text',
};

/** Types of the columns as the schema names them, for tests without a database. */
export function schemaTypes(): Record<string, Types> {
  const schema = readFileSync(join(import.meta.dirname, '../../../prisma/schema.prisma'), 'utf8');
  const models = schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms);
  return Object.fromEntries(
    [...models].map(([, model, body = '']) => [model, Object.fromEntries(columnsIn(body))]),
  );
}

function* columnsIn(body: string): Generator<[string, string]> {
  for (const [, name = '', type = '', more = ''] of body.matchAll(/^ {2}(\w+) +(\S+)(.*)$/gm)) {
    const base = type.replace('?', '');
    const native = /@db\.(?:Uuid|SmallInt)/.exec(more)?.[0];
    const found = scalars[native ? `${base} ${native}` : base];
    if (found) yield [name, found];
  }
}
