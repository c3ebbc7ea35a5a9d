import { readPhone } from '@/lib/appeals/queries/front';

/** What texts for residents may use: `<strong>`, and `<tel>` around `{phone}`. */
export async function richWords() {
  const phone = await readPhone();
  return {
    phone,
    strong: (words: React.ReactNode) => <strong>{words}</strong>,
    tel: (words: React.ReactNode) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{words}</a>,
  };
}
