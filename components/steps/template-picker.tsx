import type { Verb } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { filledTemplates } from '@/lib/templates/for-step';
import { isTemplateVerb, templateFields } from '@/lib/templates/verbs';
import { TemplateLinks } from './template-links';

interface TemplatePickerProps {
  actor: PersonActor;
  view: CaseView;
  verb: Verb;
}

/**
 * Words to begin with, the case's own facts already in their places. A link opens the form anew with
 * the field filled; with JavaScript the words go where one is writing, and nothing is lost.
 */
export async function TemplatePicker({ actor, view, verb }: TemplatePickerProps) {
  if (!isTemplateVerb(verb)) return null;
  const templates = await filledTemplates(actor, view, verb);
  if (templates.length === 0) return null;
  const t = await getTranslations('templates.picker');
  return (
    <details className="no-print mt-24">
      <summary>{t('heading', { count: templates.length })}</summary>
      <p className="hint">{t('hint')}</p>
      <TemplateLinks templates={templates} field={templateFields[verb]} inserted={t('inserted')} />
    </details>
  );
}
