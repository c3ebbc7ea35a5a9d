import { Mark } from '@/components/ui/marks';

/** The mark of whoever runs this, in the square ours would fill; ours where they have none. */
export function OrganisationMark({ marked = false }: { marked?: boolean | undefined }) {
  if (!marked) return <Mark name="brand" />;
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <image href="/mark" width="40" height="40" />
    </svg>
  );
}
