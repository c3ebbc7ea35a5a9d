import { Buttons, LinkButton } from '@/components/ui/button';

type SendOrStayProps = {
  caseNumber: string;
  /** What the way back without doing it is called. */
  stay: string;
  /** The button that does it. */
  children: React.ReactNode;
};

/** The end of a page on which a resident does something grave: the button, and the way back to the case. */
export function SendOrStay({ caseNumber, stay, children }: SendOrStayProps) {
  return (
    <div className="mt-32">
      <Buttons>
        {children}
        <LinkButton href={`/follow/${caseNumber}`} kind="plain">
          {stay}
        </LinkButton>
      </Buttons>
    </div>
  );
}
