import { causeOwnerKinds } from '@/lib/appeals/cause-owners';
import { UnitField } from './unit-field';

interface OwnerFieldProps {
  label: string;
  hint: string;
  except: string | undefined;
}

/** The unit with which a cause lies: whoever makes rules, plans and budgets, or stands above. */
export const OwnerField = (props: OwnerFieldProps) => (
  <UnitField name="ownerUnitId" kinds={causeOwnerKinds} {...props} />
);
