import { describe, expect, it } from 'vitest';
import { findPersonal, withoutPersonal } from '@/lib/personal/find';

const kinds = (text: string) => findPersonal(text).map((it) => it.kind);

describe('what may say who somebody is', () => {
  it.each([
    ['我的电话13912345678，请回', 'phone'],
    ['打 139-1234-5678', 'phone'],
    ['１３９１２３４５６７８', 'phone'],
    ['一三九一二三四五六七八', 'phone'],
    ['座机0531-88886666', 'phone'],
    ['物业电话：88886666，没人接', 'phone'],
    ['身份证11010519491231002X', 'idNumber'],
    ['卡号4111 1111 1111 1111', 'card'],
    ['写信到 zhang.san@example.cn 就行', 'email'],
    ['加微信：zhang_san88', 'account'],
    ['车牌豫A·12B45挡住了', 'plate'],
    ['豫AD12345', 'plate'],
    ['我住3号楼2单元501室', 'door'],
    ['12-2-501', 'door'],
    ['王师傅说不修', 'name'],
    ['欧阳建国主任不理', 'name'],
    ['我叫李小红，住在', 'name'],
  ])('%s: %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    '路灯三天不亮，12345打了两次',
    '2026年11月20日下午3点停水',
    '案件202611200001还没回',
    '全小区564户都没暖气',
    '欠费1234567890123元的说法不对',
    '身份证11010519491231002Y',
    '共享单车占了A3出口',
    '面积88886666平方',
    '老师说要交钱',
  ])('nobody in: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('leaves a text without them as it was, and one with them without', () => {
    const plain = '柳湾一巷路灯不亮。\n晚上看不见。';
    expect(withoutPersonal(plain)).toBe(plain);
    const told = '王秀兰阿姨，3号楼501室，13912345678，豫A12345。';
    const left = withoutPersonal(told);
    expect(left).toBe('王某阿姨，某户，〔…〕，〔…〕。');
    expect(findPersonal(left)).toEqual([]);
  });

  it('marks what is never shown apart from what somebody decides', () => {
    const never = (text: string) => findPersonal(text).some((it) => it.never);
    expect(['13912345678', '豫A12345', 'a@b.cn'].map(never)).toEqual([true, true, true]);
    expect(['王师傅', '3号楼501室'].map(never)).toEqual([false, false]);
  });
});
