import { Anchor } from './anchor';

/** main: jade · now: persimmon, your turn · second: outlined · grave: red outline · plain: underlined. */
export type ButtonKind = 'main' | 'now' | 'second' | 'grave' | 'plain';

function buttonClass(kind: ButtonKind): string {
  return kind === 'main' ? 'btn' : `btn ${kind}`;
}

type ButtonProps = {
  kind?: ButtonKind;
  type?: 'submit' | 'button';
  children: React.ReactNode;
} & Pick<React.ComponentProps<'button'>, 'name' | 'value' | 'form' | 'onClick' | 'aria-disabled'>;

export function Button({ kind = 'main', type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(kind)} {...rest}>
      {children}
    </button>
  );
}

type LinkButtonProps = {
  href: string;
  kind?: ButtonKind;
  reload?: boolean;
  children: React.ReactNode;
};

export function LinkButton({ href, kind = 'main', reload = false, children }: LinkButtonProps) {
  return (
    <Anchor href={href} reload={reload} className={buttonClass(kind)}>
      {children}
    </Anchor>
  );
}

/** A row of buttons; on phones each takes the full width. */
export function Buttons({ children }: { children: React.ReactNode }) {
  return <div className="btns">{children}</div>;
}
