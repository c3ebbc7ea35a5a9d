/** The national emergency numbers: police, fire and rescue, ambulance. */
export type EmergencyNumber = '110' | '119' | '120';

/** Harm by fire, gas, water, heights, current or confinement; it may go on while somebody writes. */
const fire =
  /(?:着|起|失)火|(?:发生|正在)火灾|冒(?:黑|浓)烟|烧起来|(?:煤气|燃气|天然气|液化气)(?:管道?)?(?:正?在)?(?:泄[漏露]|漏)|漏(?:煤气|燃气|天然气)|(?:煤气|燃气|天然气|瓦斯)味(?:很|好|特别|太)?[大浓重]|(?:被困|困在|关在)(?:了)?(?:里面|电梯里?|水里|楼上|屋里|车里)|(?<!炸药|大)爆炸|(?:楼|房子?|屋|墙|桥|顶|架子?|棚|工地|基坑)(?:快|要|快要)?塌|坍塌|塌方|掉进(?:井|水|河|坑)|落水(?!管)|溺水|\b(?:on fire|gas leak|smell(?:s|ing)? (?:of )?gas|trapped|stuck in(?:side)? (?:the )?(?:lift|elevator)|explo(?:sion|ded)|collaps(?:ed|ing)|drown)/i;

const police =
  /(?:拿|持|动)(?:着)?刀|砍人|杀人|抢劫|被抢|正?在打(?:人|架)|打起来|家暴|打老婆|打孩子|绑架|拐(?:卖|走)|跳楼|轻生|自杀|不想活|想死|\b(?:knife|stabb|robb(?:ed|ery|ing)|beating (?:me|her|him|us|them)|domestic violence|kidnap|suicid|kill (?:my|him|her)self)/i;

const ambulance =
  /晕倒|昏迷|昏过去|不省人事|没(?:有)?呼吸|喘不上气|大出血|流了?(?:很多|好多|一地)血|触电|电到人|煤气中毒|一氧化碳中毒|食物中毒|喝(?:了)?农药|摔(?:断|伤)|撞(?:到|了)人|心梗|抽搐|\b(?:unconscious|not breathing|can'?t breathe|bleeding|electrocut|poison(?:ed|ing)|heart attack|seizure)/i;

/** What has been, might be, or is only feared is no call for help: “以前着过火”, “怕着火”, “容易引起火灾”. */
const notNow =
  /(?:怕|担心|万一|容易|可能|引发|引起|造成|发生过?|预防|防止|以防|避免|一旦|要是|如果|去年|前年|以前|曾经?|差点|险些|隐患)[^。！？!?；;\n]{0,12}$|\b(?:afraid|might|could|may|risk of|in case|last (?:year|month|week)|used to|prevent|almost|nearly|if)\b[^.!?;\n]{0,40}$/i;

/** Whoever writes more than this is not in the middle of it. */
const mostRead = 300;

/**
 * Which numbers to call at once, by words that speak of danger to life in what somebody writes. It only shows
 * them: it neither stops anybody from filing nor changes what is filed.
 */
export function urgentNumbers(text: string): EmergencyNumber[] {
  const plain = text.normalize('NFKC').slice(0, mostRead);
  const speaks = (words: RegExp): boolean =>
    [...plain.matchAll(new RegExp(words, 'gi'))].some(
      ({ index }) => !notNow.test(plain.slice(0, index)),
    );
  const found: EmergencyNumber[] = [];
  if (speaks(fire)) found.push('119');
  if (speaks(ambulance)) found.push('120');
  if (speaks(police)) found.push('110');
  return found;
}
