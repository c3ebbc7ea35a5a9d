import { Button, Buttons } from '@/components/ui/button';
import type { Desk } from '@/lib/appeals/queries/inbox-lists';
import { bulkVerbsOf } from '@/lib/desk/bulk';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';

interface BulkFormProps {
  actor: PersonActor;
  desk: Desk;
  children: React.ReactNode;
}

/** Rows that can be ticked, and what can be done with them together; where nothing can, the rows. */
export async function BulkForm({ actor, desk, children }: BulkFormProps) {
  const verbs = bulkVerbsOf(actor, desk);
  if (verbs.length === 0) return children;
  const t = await getTranslations('bulk');
  return (
    <form action="/desk/bulk" method="get">
      {children}
      <div className="together">
        <p className="quiet">{t('together')}</p>
        <Buttons>
          {verbs.map((verb) => (
            <Button key={verb} kind="second" name="verb" value={verb}>
              {t(`begin.${verb}`)}
            </Button>
          ))}
        </Buttons>
      </div>
    </form>
  );
}
