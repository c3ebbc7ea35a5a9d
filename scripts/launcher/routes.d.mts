export function routePatterns(manifest: string): (url: string) => string;
