/** The tags that texts for residents may use: `<strong>` and the hotline's `<tel>`. */
export const richWords = {
  strong: (words: React.ReactNode) => <strong>{words}</strong>,
  tel: (words: React.ReactNode) => <a href="tel:12345">{words}</a>,
};
