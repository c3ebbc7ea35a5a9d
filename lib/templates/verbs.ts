import type { Verb } from '@/lib/appeals/lifecycle';

/** The steps whose words may begin with a template, and the field it fills. */
export const templateFields = {
  resolve: 'answer',
  contact: 'said',
  missContact: 'note',
  decline: 'reason',
  answer: 'answer',
  message: 'words',
} as const satisfies Partial<Record<Verb, string>>;

export type TemplateVerb = keyof typeof templateFields;

export const templateVerbs = Object.keys(templateFields) as [TemplateVerb, ...TemplateVerb[]];

export const isTemplateVerb = (name: string): name is TemplateVerb =>
  Object.hasOwn(templateFields, name);
