import { readInstallation } from '@/lib/appeals/queries/front';

/** The national hotline's number, where the county has not named its own. */
const hotline = '12345';

/** Where a person answers. */
export const readPhone = async (): Promise<string> => (await readInstallation()).phone ?? hotline;

/** What texts for residents may use: `<strong>`, and `<tel>` around `{phone}`. */
export async function richWords() {
  const phone = await readPhone();
  return {
    phone,
    strong: (words: React.ReactNode) => <strong>{words}</strong>,
    tel: (words: React.ReactNode) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{words}</a>,
  };
}
