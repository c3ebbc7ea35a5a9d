import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Field = {
  name: string;
  dbName?: string | null;
  kind: 'scalar' | 'enum' | 'object';
  type: string;
  isList: boolean;
  isRequired: boolean;
  nativeType?: [string, string[]] | null;
  default?: unknown;
  relationFromFields?: string[];
  relationToFields?: string[];
  relationOnDelete?: string;
  relationOnUpdate?: string;
};
type Model = { name: string; dbName: string | null; fields: Field[] };
type Enum = {
  name: string;
  dbName: string | null;
  values: { name: string; dbName: string | null }[];
};
type Index = {
  model: string;
  type: string;
  algorithm?: string;
  fields: { name: string }[];
};
type Models = { models: Model[]; enums: Enum[]; indexes: Index[] };

const root = resolve(import.meta.dirname, '../..');

/** The tables Prisma expects behind `schema.prisma`: one line for each thing that may differ. */
export function schemaShape(): Set<string> {
  const { models, enums, indexes } = readModels();
  const nameOf = new Map(models.map((model) => [model.name, model]));
  const typeNames = new Map(enums.map((it) => [it.name, it.dbName ?? it.name]));
  const columns = (model: Model, names: string[]) =>
    names.map((name) => columnOf(model.fields.find((field) => field.name === name))).join(', ');

  return new Set([
    ...enums.map((it) => `enum ${it.dbName ?? it.name}: ${valuesOf(it)}`),
    ...models.flatMap((model) => {
      const table = model.dbName ?? model.name;
      const stored = model.fields.filter(({ kind }) => kind !== 'object');
      const relations = model.fields.filter((field) => field.relationFromFields?.length);
      return [
        ...stored.flatMap((field) => columnLines(table, field, typeNames)),
        ...relations.map((field) => {
          const target = nameOf.get(field.type);
          if (!target) throw new Error(`no model ${field.type}`);
          const from = columns(model, field.relationFromFields ?? []);
          const to = `${target.dbName ?? target.name}(${columns(target, field.relationToFields ?? [])})`;
          const gone = action(
            field.relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull'),
          );
          const changed = action(field.relationOnUpdate ?? 'Cascade');
          return `foreign ${table}(${from}) -> ${to} on delete ${gone} on update ${changed}`;
        }),
      ];
    }),
    ...indexes.flatMap(({ model: name, type, algorithm = 'BTree', fields }) => {
      const model = nameOf.get(name);
      if (!model || algorithm !== 'BTree') return [];
      const list = columns(
        model,
        fields.map((field) => field.name),
      );
      return [`${kindOfIndex(type)} ${model.dbName ?? model.name}(${list})`];
    }),
  ]);
}

function columnLines(table: string, field: Field, typeNames: Map<string, string>): string[] {
  const column = `${table}.${columnOf(field)}`;
  const type = sqlType(field, typeNames) + (field.isList ? '[]' : '');
  // Prisma itself leaves lists nullable and reads NULL as empty.
  const nullable = field.isList ? '' : field.isRequired ? ' not null' : ' null';
  const fallback = sqlDefault(field.default);
  return [
    `column ${column} ${type}${nullable}`,
    ...(fallback ? [`default ${column} ${fallback}`] : []),
  ];
}

function sqlType({ type, kind, nativeType }: Field, typeNames: Map<string, string>): string {
  if (kind === 'enum') return typeNames.get(type) ?? type;
  const [name, args] = nativeType ?? DEFAULT_TYPES[type] ?? [type, []];
  const sql = SQL_TYPES[name];
  if (!sql) throw new Error(`no SQL type known for ${name}`);
  const brackets = args.length ? `(${args.join(',')})` : '';
  return sql.includes('%') ? sql.replace('%', brackets) : sql + brackets;
}

/** What a default reads like in the catalog; those made by the client leave no trace there. */
function sqlDefault(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  const { name } = value as { name: string };
  if (name === 'now') return 'CURRENT_TIMESTAMP';
  if (name === 'autoincrement') return 'nextval';
  return name === 'dbgenerated' ? 'computed' : undefined;
}

function readModels(): Models {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-schema-'));
  try {
    const output = join(folder, 'models.json');
    const provider = `node ${join(root, 'tests/support/tell-models.mjs')}`;
    const schema = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8');
    const generator = `generator models {\n  provider = "${provider}"\n  output = "${output}"\n}\n`;
    writeFileSync(join(folder, 'schema.prisma'), `${schema}\n${generator}`);
    const prisma = join(root, 'node_modules/prisma/build/index.js');
    const args = ['generate', '--schema', join(folder, 'schema.prisma'), '--generator', 'models'];
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
    execFileSync(process.execPath, [prisma, ...args], { cwd: root, env, stdio: 'pipe' });
    return JSON.parse(readFileSync(output, 'utf8')) as Models;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function columnOf(field: Field | undefined): string {
  if (!field) throw new Error('a relation or an index names a field that is not there');
  return field.dbName ?? field.name;
}

function valuesOf({ values }: Enum): string {
  return values.map((value) => value.dbName ?? value.name).join(', ');
}

function kindOfIndex(type: string): string {
  return { id: 'primary', unique: 'unique' }[type] ?? 'index';
}

function action(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/, ' ').toLowerCase();
}

const DEFAULT_TYPES: Record<string, [string, string[]]> = {
  String: ['Text', []],
  Int: ['Integer', []],
  Float: ['DoublePrecision', []],
  Decimal: ['Decimal', ['65', '30']],
  DateTime: ['Timestamp', ['3']],
  Json: ['JsonB', []],
  Bytes: ['ByteA', []],
};

const SQL_TYPES: Record<string, string> = {
  BigInt: 'bigint',
  Boolean: 'boolean',
  ByteA: 'bytea',
  Char: 'character',
  Date: 'date',
  Decimal: 'numeric',
  DoublePrecision: 'double precision',
  Inet: 'inet',
  Integer: 'integer',
  Json: 'json',
  JsonB: 'jsonb',
  Real: 'real',
  SmallInt: 'smallint',
  Text: 'text',
  Timestamp: 'timestamp% without time zone',
  Timestamptz: 'timestamp% with time zone',
  Uuid: 'uuid',
  VarChar: 'character varying',
};
