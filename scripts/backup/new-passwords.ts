import type { Kept } from '../launcher/home';

/**
 * Statements that give the logins of a restored cluster the passwords of its new data directory: a
 * login that worked before the backup, or in another copy of it, does not work here.
 */
export function newPasswords({ postgres, owner, web }: Kept['passwords']): string[] {
  return [
    change('postgres', postgres),
    change('huiyin_owner', owner),
    // It is made after the first migrations, so an early backup does not have it.
    `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'huiyin_web') THEN ${change('huiyin_web', web)} END IF; END $$;`,
  ];
}

/** The passwords are of letters, digits, '-' and '_'. */
const change = (role: string, password: string) => `ALTER ROLE ${role} PASSWORD '${password}';`;
