import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstArea, type KnownArea } from '@/lib/places/area';
import { findAreas } from '@/lib/places/find-areas';
import { holds, overlap, readOutline } from '@/lib/places/outline';
import { areasIn, keysOf } from '@/lib/places/place-keys';
import { pointText, readPoint } from '@/lib/places/point';
import { areaTable, planAreas } from '@/lib/places/table';

const square = (lon: number, lat: number, size = 0.01) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ] as [number, number][],
  ],
});

const area = (name: string, more: Partial<KnownArea> = {}): KnownArea => ({
  id: name,
  unitId: 'liuwan',
  unitPath: 'county/liuwan/',
  unitName: '柳湾街道',
  name,
  aliases: [],
  keys: keysOf(name, more.aliases ?? []),
  outline: null,
  ...more,
});

const names = (found: KnownArea[]) => found.map((it) => it.name);

describe('areas in an address', () => {
  const known = [
    area('和平路'),
    area('和平路社区'),
    area('柳湾二村', { aliases: ['柳二'] }),
    area('Old Mill'),
  ];

  it.each([
    ['柳湾二村 3 号楼', ['柳湾二村']],
    ['柳 湾 二 村３号', ['柳湾二村']],
    ['柳二 5 单元', ['柳湾二村']],
    ['和平路社区 2 栋', ['和平路社区']],
    ['和平路社区对面，和平路 8 号', ['和平路', '和平路社区']],
    ['old-mill lane', ['Old Mill']],
    ['别处', []],
    ['', []],
  ])('%s', (address, found) => {
    expect(names(areasIn(address, known))).toEqual(found);
  });
});

describe('a point', () => {
  it.each([
    ['39.905, 116.405', { lat: 39.905, lon: 116.405 }],
    ['39.905，116.405', { lat: 39.905, lon: 116.405 }],
    ['39.905 116.405', { lat: 39.905, lon: 116.405 }],
    ['116.405, 39.905', null],
    ['95, 10', null],
    ['安康里 3 号', null],
    ['1 2 3', null],
  ])('%s', (text, point) => {
    expect(readPoint(text)).toEqual(point);
  });

  it('is written as it is read, to a metre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (lat, lon) => {
          const text = pointText({ lat, lon });
          const read = readPoint(text);
          expect(read && pointText(read)).toBe(text);
          expect(Math.abs((read?.lat ?? 99) - lat)).toBeLessThan(0.000006);
          expect(text).not.toMatch(/-0\.0+\b/);
        },
      ),
    );
  });

  it('finds the area whose outline holds it', () => {
    const areas = [
      area('东', { outline: square(116.4, 39.9) }),
      area('西', { outline: square(116.3, 39.9) }),
    ];
    expect(names(findAreas('39.905, 116.405', areas))).toEqual(['东']);
    expect(names(findAreas('39.905, 116.5', areas))).toEqual([]);
    expect(names(findAreas('住在西边', [area('西边')]))).toEqual(['西边']);
  });
});

describe('an outline', () => {
  it('is read from a geometry, a feature or a collection of one', () => {
    const geometry = square(116, 39);
    const feature = { type: 'Feature', properties: {}, geometry };
    for (const json of [geometry, feature, { type: 'FeatureCollection', features: [feature] }]) {
      expect(readOutline(JSON.stringify(json))).toEqual({ outline: geometry });
    }
  });

  it.each([
    ['no JSON', '{', 'outlineNotJson'],
    ['a point', JSON.stringify({ type: 'Point', coordinates: [1, 2] }), 'outlineNoPolygon'],
    [
      'not closed',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      }),
      'outlineNoPolygon',
    ],
    ['off the earth', JSON.stringify(square(200, 39)), 'outlineNoPolygon'],
    [
      'without land',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
            [0, 0],
          ],
        ],
      }),
      'outlineNoPolygon',
    ],
    ['null', 'null', 'outlineNoPolygon'],
  ])('refuses %s', (_, text, code) => {
    expect(readOutline(text)).toEqual({ code });
  });

  it('overlaps where land is shared, and not along a border', () => {
    expect(overlap(square(116, 39), square(116.005, 39))).toBe(true);
    expect(overlap(square(116, 39), square(116.01, 39))).toBe(false);
    expect(overlap(square(116, 39), square(116.00995, 39))).toBe(false);
    expect(overlap(square(116, 39), square(117, 39))).toBe(false);
    expect(holds(square(116, 39), { lon: 116.005, lat: 39.005 })).toBe(true);
  });
});

describe('what speaks against an area', () => {
  const there = [area('安康里', { aliases: ['安康'], outline: square(116, 39) })];
  const elsewhere = { unitId: 'chengguan', unitPath: 'county/chengguan/' };

  it.each([
    ['the same name in the same street', { name: '安 康 里' }, 'areaTwice'],
    ['its alias', { name: '安康' }, 'areaTwice'],
    [
      'in a community of the street',
      { name: '安康里', unitPath: 'county/liuwan/anli/' },
      'areaTwice',
    ],
    ['one letter', { name: '安' }, 'nameTooShort'],
    [
      'land of another unit',
      { ...elsewhere, name: '东村', outline: square(116.002, 39) },
      'outlineOverlaps',
    ],
  ])('%s', (_, more, code) => {
    expect(againstArea({ ...area(more.name), ...more }, there)[0]?.code).toBe(code);
  });

  it.each([
    ['the same name elsewhere', { ...elsewhere, name: '安康里' }],
    ['land of its own unit', { name: '安康里一期', outline: square(116.002, 39) }],
    ['land beside it', { ...elsewhere, name: '东村', outline: square(116.01, 39) }],
  ])('not %s', (_, more) => {
    expect(againstArea({ ...area(more.name), ...more }, there)).toEqual([]);
  });
});

describe('areas from a table', () => {
  const units = [
    {
      id: 'liuwan',
      code: 'liuwan',
      name: '柳湾街道',
      nameEn: 'Liuwan',
      kind: 'street' as const,
      path: 'county/liuwan/',
      closed: false,
    },
    {
      id: 'chengguan',
      code: 'chengguan',
      name: '城关镇',
      nameEn: 'Chengguan',
      kind: 'street' as const,
      path: 'county/chengguan/',
      closed: false,
    },
    {
      id: 'old',
      code: 'old',
      name: '老镇',
      nameEn: 'Old',
      kind: 'street' as const,
      path: 'county/old/',
      closed: true,
    },
  ];
  const known = [area('安康里', { aliases: ['安康'] })];
  const plan = (...lines: string[]) =>
    planAreas(['名称,单位,别名,范围', ...lines].join('\n'), known, units);
  const csv = (json: unknown) => `"${JSON.stringify(json).replaceAll('"', '""')}"`;

  it('adds, changes and leaves alone', () => {
    const done = plan('安康里,柳湾街道,安康、安康小区,', '东村,chengguan,,', '安康里,城关镇,,');
    expect(done).toMatchObject({
      ok: true,
      unchanged: 0,
      areas: [
        { doing: 'changed', id: '安康里', facts: { aliases: ['安康', '安康小区'] } },
        { doing: 'new', id: null, facts: { unitId: 'chengguan', name: '东村' } },
        { doing: 'new', facts: { unitId: 'chengguan', name: '安康里' } },
      ],
    });
  });

  it('names every line at fault, and plans nothing', () => {
    const done = plan(
      '东村,没有的街道,,',
      '西村,老镇,,',
      ',柳湾街道,,',
      '南村,柳湾街道,,{}',
      `北村,柳湾街道,,${csv(square(116, 39))}`,
      `北坡,城关镇,,${csv(square(116.002, 39))}`,
      '北村,柳湾街道,,',
    );
    expect(done.ok ? [] : done.problems.map((it) => [it.values?.line, it.code])).toEqual([
      [2, 'lineUnitUnknown'],
      [3, 'lineUnitIsClosed'],
      [4, 'lineName'],
      [5, 'lineOutlineNoPolygon'],
      [7, 'lineOutlineOverlaps'],
      [8, 'lineTwice'],
    ]);
  });

  it('reads its own export as no change', () => {
    const drawn = [area('安康里', { aliases: ['安康'], outline: square(116, 39) }), area('=东村')];
    const text = areaTable(drawn, units, 'zh');
    expect(text).toContain("'=东村");
    expect(planAreas(areaTable([drawn[0] as KnownArea], units, 'en'), drawn, units)).toEqual({
      ok: true,
      areas: [],
      unchanged: 1,
    });
  });
});
