/** In this order: each later one also calls itself by names of those before the one it is. */
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/MiuiBrowser\//, 'MIUI Browser'],
  [/QQBrowser\//, 'QQ Browser'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/(OPR|Opera)\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const nameIn = (list: readonly [RegExp, string][], text: string): string =>
  list.find(([pattern]) => pattern.test(text))?.[1] ?? '';

/**
 * What a browser says of itself, as little of it as tells one's own devices apart: `Edge/Windows`, either part
 * empty where it is unknown. It may lie; nothing is decided by it.
 */
export const browserOf = (userAgent: string | null): string =>
  `${nameIn(browsers, userAgent ?? '')}/${nameIn(systems, userAgent ?? '')}`;
