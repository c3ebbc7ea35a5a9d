import { expect, it } from 'vitest';
import { mapInput } from '@/lib/installation/map-settings';
import { isTileUrl, tileOrigin } from '@/lib/places/tile-url';

it.each([
  ['https://tiles.example/{z}/{x}/{y}.png', 'https://tiles.example'],
  ['https://t0.example:8443/w?x={x}&y={y}&l={z}&tk=abc', 'https://t0.example:8443'],
  ['/tiles/{z}/{x}/{y}.webp', null],
])('tiles may come from %s', (text, origin) => {
  expect(isTileUrl(text)).toBe(true);
  expect(tileOrigin(text)).toBe(origin);
});

it.each([
  'http://tiles.example/{z}/{x}/{y}.png',
  '//tiles.example/{z}/{x}/{y}.png',
  '/\\tiles.example/{z}/{x}/{y}.png',
  'https://{x}.tiles.example/{z}/{y}/{x}.png',
  'https://t{x}.tiles.example/{z}/{y}.png',
  'https://{s}.tiles.example/{z}/{x}/{y}.png',
  'https://tiles.example/{z}/{x}.png',
  'https://tiles.example/{z}/{x}/{y}/{y}.png',
  'https://me:secret@tiles.example/{z}/{x}/{y}.png',
  'https://tiles.example/{z}/{x}/{y}.png#a',
  'https://tiles.example; script-src */{z}/{x}/{y}',
  'javascript:{z}{x}{y}',
  'data:image/png,{z}/{x}/{y}',
  '{z}/{x}/{y}',
  '',
])('and never from %s', (text) => {
  expect(isTileUrl(text)).toBe(false);
  expect(tileOrigin(text)).toBeNull();
});

const form = {
  tileUrl: 'https://tiles.example/{z}/{x}/{y}.png',
  tileCredit: '某图源',
  tileSystem: 'gcj02',
  mapCentre: '39.9,116.4',
  mapZoom: '14',
};

it.each([
  [{}, []],
  [{ tileUrl: '', tileCredit: '', mapCentre: '', mapZoom: '' }, []],
  [{ mapZoom: '' }, []],
  [{ tileCredit: '' }, ['tileCredit']],
  [{ mapCentre: '' }, ['mapCentre']],
  [{ tileUrl: 'http://x/{z}/{x}/{y}' }, ['tileUrl']],
  [{ tileSystem: 'bd09' }, ['tileSystem']],
  [{ mapCentre: '116.4, 39.9' }, ['mapCentre']],
  [{ mapZoom: '19' }, ['mapZoom']],
  [{ mapZoom: '2' }, ['mapZoom']],
])('settings of the map with %j', (other, wrong) => {
  const read = mapInput.safeParse({ ...form, ...other });
  expect((read.error?.issues ?? []).map((it) => it.path[0])).toEqual(wrong);
});
