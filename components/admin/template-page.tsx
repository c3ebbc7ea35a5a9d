import { saveTemplate, setTemplateUse } from '@/app/actions/templates';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { BackLink, Kicker, Part } from '@/components/ui/headings';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { CategoryChoice, WholeTemplate } from '@/lib/templates/read';
import { PlaceholderNote, TemplateFields } from './template-fields';
import { templateLabels } from './template-labels';

interface TemplatePageProps {
  template: WholeTemplate;
  categories: CategoryChoice[];
  at: Date;
}

/** One template: its words now, whether it is offered, what it said before. */
export async function TemplatePage({ template, categories, at }: TemplatePageProps) {
  const [t, verbs, labels] = await Promise.all([
    getTranslations('templates'),
    getTranslations('verbs'),
    templateLabels(),
  ]);
  const { id, retiredAt, number } = template;
  return (
    <>
      <BackLink href="/admin/templates">{t('back')}</BackLink>
      <Columns kind="wide">
        <div>
          <Kicker>{verbs(`${template.verb}.name`)}</Kicker>
          <h1>{template.name}</h1>
          {retiredAt && <p className="quiet mt-8">{t('isRetired')}</p>}
          <ActionForm
            action={saveTemplate.bind(null, id)}
            labels={labels}
            problemWords={t.raw('problems')}
          >
            <input type="hidden" name="number" value={number} />
            <TemplateFields categories={categories} template={template} />
            <div className="mt-32">
              <Buttons>
                <SubmitButton>{t('save', { number: number + 1 })}</SubmitButton>
                <LinkButton href="/admin/templates" kind="plain">
                  {t('cancel')}
                </LinkButton>
              </Buttons>
            </div>
          </ActionForm>
        </div>
        <aside aria-label={t('places')}>
          <PlaceholderNote />
        </aside>
      </Columns>
      <Versions template={template} at={at} />
      <Part id="use" heading={t(retiredAt ? 'restore' : 'retire')}>
        <p className="quiet">{t(retiredAt ? 'restoreLead' : 'retireLead')}</p>
        <ActionForm
          action={setTemplateUse.bind(null, id, retiredAt ? 'restored' : 'retired')}
          prefix="use"
          className="mt-16"
          problemWords={t.raw('problems')}
        >
          <SubmitButton kind={retiredAt ? 'second' : 'grave'}>
            {t(retiredAt ? 'restore' : 'retire')}
          </SubmitButton>
        </ActionForm>
      </Part>
    </>
  );
}

async function Versions({ template, at }: { template: WholeTemplate; at: Date }) {
  const [t, telling] = await Promise.all([getTranslations('templates'), tellingAt(at)]);
  return (
    <Part id="versions" heading={t('versions')}>
      <ol className="border-rule border-t" reversed>
        {template.versions.map((it) => (
          <li key={it.number} className="border-rule border-b py-12">
            <span className="meta block">
              {t('versionBy', {
                number: it.number,
                moment: momentOf(it.at, telling),
                person: it.person ?? t('nobodyNamed'),
              })}
            </span>
            <span className="whitespace-pre-line">{it.body}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
