export const textSizeCookie = 'huiyin_text';
