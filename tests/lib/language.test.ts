// ASVS 5.0: 3.7.2
import { describe, expect, it } from 'vitest';
import { fill } from '@/lib/i18n/fill';
import { chooseLocale } from '@/lib/i18n/locale';
import { pathOfReferrer, sameSitePath } from '@/lib/i18n/same-site';
import { contentPolicy, freshNonce } from '@/scripts/launcher/page-headers.mjs';

describe('choosing a language', () => {
  it.each([
    ['en', 'zh-CN', 'en'],
    [undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en'],
    [undefined, 'en;q=0.5,zh;q=0.8', 'zh'],
    [undefined, 'fr,de;q=0.5', 'zh'],
    [undefined, 'en;q=0', 'zh'],
    [undefined, null, 'zh'],
    ['xx', null, 'zh'],
    ['__proto__', 'en', 'en'],
  ])('cookie %s, header %s → %s', (cookie, header, expected) => {
    expect(chooseLocale(cookie, header)).toBe(expected);
  });
});

describe('going back', () => {
  it.each(['/', '/desk?q=a&s=b', '/appeals/20261116-0417'])('stays on the site: %s', (path) => {
    expect(sameSitePath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    '/x/..//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a\nLocation: x',
    '/\t/evil.example',
    '',
    null,
  ])('refuses %j', (path) => {
    expect(sameSitePath(path)).toBeNull();
  });

  it('is no path where it is no text', () => {
    for (const it of [{ toString: 1 }, ['/desk'], 1, null, undefined, '']) {
      expect(sameSitePath(it as string)).toBeNull();
    }
  });

  it('trusts a referrer of the same host only', () => {
    expect(pathOfReferrer('http://a.example/x?y=1', 'a.example')).toBe('/x?y=1');
    expect(pathOfReferrer('http://b.example/x', 'a.example')).toBeNull();
    expect(pathOfReferrer('http://a.example//b.example', 'a.example')).toBeNull();
    expect(pathOfReferrer('nonsense', 'a.example')).toBeNull();
  });
});

describe('filling places', () => {
  it('leaves unknown places alone', () => {
    expect(fill('{max} of {other}', { max: 20 })).toBe('20 of {other}');
  });
});

describe('the content security policy', () => {
  it('has a nonce of its own each time and allows no inline style', () => {
    expect(freshNonce()).not.toBe(freshNonce());
    const policy = contentPolicy('abc', false);
    expect(policy).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic';`);
    expect(policy).not.toContain('unsafe');
  });
});
