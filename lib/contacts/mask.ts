/** `138****5678`, `010-****5678`: enough to recognise one's own number, too little to call it. */
export function maskPhone(phone: string): string {
  const tail = phone.slice(-4);
  const head = phone.includes('-') ? `${phone.split('-')[0]}-` : phone.slice(0, 3);
  return `${head}****${tail}`;
}

/** The family name alone: `李*`, `欧*`, `Mary *`. */
export function maskName(name: string): string {
  const first = name.includes(' ') ? name.split(' ')[0] : [...name][0];
  return name.includes(' ') ? `${first} *` : `${first}*`;
}

export function maskEmail(email: string): string {
  const [local = '', host = ''] = email.split('@');
  return `${[...local][0] ?? ''}***@${host}`;
}

interface Plain {
  name: string | null;
  phone: string | null;
  email: string | null;
}

/** Enough to recognise oneself by. */
export const maskContact = ({ name, phone, email }: Plain): Plain => ({
  name: name && maskName(name),
  phone: phone && maskPhone(phone),
  email: email && maskEmail(email),
});
