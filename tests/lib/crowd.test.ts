import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { crowd } from '@/scripts/launcher/crowd.mjs';

/** Asks from an address; null where it is turned away, else what ends it. */
function asker(most: number) {
  const isTurnedAway = crowd(most);
  return (address: string, url = '/file', method = 'GET') => {
    const response = new EventEmitter();
    const away = isTurnedAway({ headers: { 'x-forwarded-for': address }, url, method }, response);
    return away ? null : () => response.emit('close');
  };
}

test('while there is a crowd, the place that makes it is turned away and others are let in', () => {
  const ask = asker(8);
  const first = Array.from({ length: 8 }, (_, nth) => ask(`10.9.9.${nth}`));
  expect(first.every(Boolean)).toBe(true);
  expect(ask('10.9.9.77')).toBeNull();
  expect(ask('10.8.8.8')).not.toBeNull();
  // Whoever has been answered makes room.
  for (const end of first.slice(0, 2)) end?.();
  expect(ask('10.9.9.77')).not.toBeNull();
});

test('one place has a handful in any crowd, and nobody is let in beyond four times as many', () => {
  const ask = asker(8);
  const all = Array.from({ length: 32 }, (_, nth) => ask(`10.9.${Math.floor(nth / 4)}.1`));
  expect(all.every(Boolean)).toBe(true);
  expect(ask('10.200.1.1')).toBeNull();
});

test('IPv6 counts by 48 bits', () => {
  const ask = asker(4);
  for (let nth = 0; nth < 4; nth += 1) ask(`2001:db8:1:${nth}::5`);
  expect(ask('2001:db8:1:99::5')).toBeNull();
  expect(ask('2001:db8:2:99::5')).not.toBeNull();
});

test('this machine, photos on their way and whoever looks after it do not count', () => {
  const ask = asker(1);
  for (let nth = 0; nth < 20; nth += 1) {
    expect(ask('127.0.0.1')).not.toBeNull();
    expect(ask('10.1.1.1', '/file/photos?back=/file', 'POST')).not.toBeNull();
    expect(ask('10.1.1.1', '/api/ready')).not.toBeNull();
  }
});

test('with 0 nobody is turned away', () => {
  const ask = asker(0);
  for (let nth = 0; nth < 500; nth += 1) expect(ask('10.1.1.1')).not.toBeNull();
});
