/** What in a text may say who somebody is, or find them. */
export type PersonalKind =
  | 'phone'
  | 'idNumber'
  | 'card'
  | 'plate'
  | 'account'
  | 'email'
  | 'name'
  | 'door';

export interface Personal {
  kind: PersonalKind;
  /** Where it begins and ends, in UTF-16 units. */
  from: number;
  to: number;
  text: string;
  /** It finds one person: never shown to everybody, whoever has looked. Others may be a street or a shop. */
  never: boolean;
  /** What may stand there instead. */
  instead: string;
}

const gone = '〔…〕';

const digit = '[0-9０-９]';
const apart = '[\\s\\p{Pd}.·]{0,2}';
/** So many digits with whatever people write between them. */
const digits = (count: number | string) => `(?:${apart}${digit}){${count}}`;
const alone = (pattern: string) => `(?<!${digit})${pattern}(?!${digit})`;

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领学警港澳';

/** The hundred-odd surnames that more than nine of ten people bear, and the double ones still met. */
const surname =
  '(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳时穆卓古吉缪简芦麦褚娄窦戚岑宫卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])';

const titles =
  '先生|女士|小姐|阿姨|大爷|大妈|大叔|大姐|大哥|奶奶|爷爷|师傅|老师|医生|护士|主任|经理|书记|局长|所长|队长|科长|院长|校长|站长|村长|社长|老板|律师|警官|同志';

interface Rule {
  kind: PersonalKind;
  pattern: RegExp;
  never: boolean;
  holds?: (text: string) => boolean;
  instead?: (text: string) => string;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');
const someone = (text: string): string => `${new RegExp(surname, 'u').exec(text)?.[0] ?? ''}某`;

/** In the order in which they are looked for: what one has found no later one finds again. */
const rules: readonly Rule[] = [
  {
    kind: 'idNumber',
    pattern: new RegExp(alone(`[1-9１-９]${digits(16)}${apart}[0-9０-９XxＸｘ]`), 'gu'),
    never: true,
    holds: (text) => isIdNumber(plain(text)),
  },
  {
    kind: 'card',
    pattern: new RegExp(alone(`[1-9]${digits('14,18')}`), 'gu'),
    never: true,
    holds: (text) => isCardNumber(plain(text)),
  },
  {
    kind: 'phone',
    pattern: new RegExp(alone(`[1１]${apart}[3-9３-９]${digits(9)}`), 'gu'),
    never: true,
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      alone(`[(（]?[0０]${digits('2,3')}[)）]?${apart}[2-9２-９]${digits('6,7')}`),
      'gu',
    ),
    never: true,
  },
  {
    kind: 'phone',
    pattern: /[一幺][三四五六七八九](?:[\s,，、]?[一二三四五六七八九〇零幺]){9}/gu,
    never: true,
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<=(?:电话|手机|座机|号码|致电|拨打)(?:号码)?[是为:：\\s]{0,3})${alone(`[2-9２-９]${digits('6,7')}`)}`,
      'gu',
    ),
    never: true,
  },
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, never: true },
  {
    kind: 'account',
    pattern:
      /(?<=(?:微信号?|[Qq]{2}号?|支付宝|wechat|WeChat)[是为:：\s]{0,3})[A-Za-z0-9][\w-]{4,19}/gu,
    never: true,
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `[${provinces}][A-Za-z][·•.\\s-]?(?=[A-Za-z0-9]{0,5}[0-9])[A-Za-z0-9]{5,6}(?![A-Za-z0-9])`,
      'gu',
    ),
    never: true,
  },
  {
    kind: 'door',
    pattern:
      /(?:[0-9０-９A-Za-z一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座|号院|楼)[,，\s]?)(?:[0-9０-９一二三四五六七八九十]{1,3}单元[,，\s]?)?[0-9０-９]{3,4}(?:室|号房|房间|户|号)?|(?:[0-9０-９一二三四五六七八九十]{1,3}单元[,，\s]?)?[0-9０-９]{3,4}(?:室|号房|房间)|[0-9０-９]{1,3}\s?[-－—]\s?[0-9０-９]{1,2}\s?[-－—]\s?[0-9０-９]{3,4}/gu,
    never: false,
    instead: () => '某户',
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:${surname}[\\p{Script=Han}]{0,2}?|[\\p{Script=Han}]某某?)(?=${titles})`,
      'gu',
    ),
    never: false,
    holds: (text) => !text.includes('某'),
    instead: someone,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<=(?:我叫|我名叫|本人叫?|名叫|姓名|联系人|业主|户主|当事人|举报人|投诉人)[是为:：\\s]{0,2})${surname}\\p{Script=Han}{1,2}(?=[,，。;；、\\s的在住(（]|$)`,
      'gu',
    ),
    never: false,
    instead: someone,
  },
];

/** Everything of the kind in a text, in its order. What it does not find, whoever reads it must. */
export function findPersonal(text: string): Personal[] {
  const found: Personal[] = [];
  for (const { kind, pattern, never, holds, instead } of rules) {
    for (const match of text.matchAll(pattern)) {
      const [it] = match;
      const from = match.index;
      const to = from + it.length;
      if (it === '' || (holds && !holds(it))) continue;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ kind, from, to, text: it, never, instead: instead?.(it) ?? gone });
    }
  }
  return found.toSorted((one, other) => one.from - other.from);
}

/** The text with something that says nothing wherever it may say who somebody is. */
export function withoutPersonal(text: string): string {
  let told = '';
  let at = 0;
  for (const { from, to, instead } of findPersonal(text)) {
    told += text.slice(at, from) + instead;
    at = to;
  }
  return told + text.slice(at);
}

/** GB 11643-1999: the last sign is ISO 7064 MOD 11-2 over the seventeen before it; a month and a day stand inside. */
function isIdNumber(text: string): boolean {
  if (!/^\d{6}(18|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(text))
    return false;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += Number(text[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** ISO/IEC 7812-1, Annex B (Luhn). */
function isCardNumber(text: string): boolean {
  let sum = 0;
  for (const [at, sign] of [...text].reverse().entries()) {
    const twice = Number(sign) * (at % 2 === 0 ? 1 : 2);
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
