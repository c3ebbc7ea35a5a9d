import { parseArgs } from 'node:util';
import { Refusal } from '@/scripts/launcher/refusal';

const verifyUsage = `npm run verify                       the running database
npm run verify -- FILE               an exported log or a file of roots, without any database
npm run verify -- --proof FILE       a proof that a case stands in the sealed log, with --roots
  --roots FILE                       roots kept elsewhere: each must be met`;

const exportUsage = `npm run export-log -- FILE           the whole log
npm run export-log -- FILE --roots   roots and keys alone`;

export interface VerifyArguments {
  file?: string | undefined;
  proof?: string | undefined;
  roots?: string | undefined;
}

/** @throws Refusal with the usage. */
export function readVerifyArguments(args: string[]): VerifyArguments {
  const found = parsed(verifyUsage, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { proof: { type: 'string' }, roots: { type: 'string' } },
    }),
  );
  const { positionals, values } = found;
  if (positionals.length > 1 || (values.proof && (positionals.length > 0 || !values.roots)))
    throw new Refusal(verifyUsage);
  return { file: positionals[0], ...values };
}

/** @throws Refusal with the usage. */
export function readExportArguments(args: string[]): { file: string; roots: boolean } {
  const { positionals, values } = parsed(exportUsage, () =>
    parseArgs({ args, allowPositionals: true, options: { roots: { type: 'boolean' } } }),
  );
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Refusal(exportUsage);
  return { file, roots: values.roots ?? false };
}

function parsed<Found>(usage: string, parse: () => Found): Found {
  try {
    return parse();
  } catch {
    throw new Refusal(usage);
  }
}
