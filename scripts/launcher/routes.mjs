import { readFileSync } from 'node:fs';

/** Files of ours and of the build, which are the same for everybody. */
const file = /^\/(_next\/|icon\.svg$|favicon\.ico$|sw\.js$|fault\.css$)/;

/** @param {string} path */
export const isFile = (path) => file.test(path);

/**
 * Tells which route answers an address: `/appeals/[caseNumber]`, so that no number or token of anybody stands in a
 * figure or a log. `file` for files, `none` where there is no such route.
 *
 * @param {string} manifest the framework's list of routes, made by the build; in development there is none
 * @returns {(url: string) => string}
 */
export function routePatterns(manifest) {
  const { staticRoutes, dynamicRoutes } = readRoutes(manifest);
  const known = new Set(staticRoutes.map((it) => it.page));
  const patterns = dynamicRoutes.map((it) => ({ page: it.page, regex: new RegExp(it.regex) }));
  return (url) => {
    const path = url.split('?', 1)[0] ?? '/';
    if (known.has(path)) return path;
    if (isFile(path)) return 'file';
    return patterns.find((it) => it.regex.test(path))?.page ?? 'none';
  };
}

function readRoutes(manifest) {
  try {
    return JSON.parse(readFileSync(manifest, 'utf8'));
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
