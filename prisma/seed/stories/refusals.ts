import { type Story, urban } from '../story';

/** What cannot be done, with the law, the next route and what people say to it. */
export const refusals: readonly Story[] = [
  {
    topic: 'green',
    lead: 'citycare',
    where: 'block',
    tells: ['楼前的老槐树招虫，请把它砍掉。', '行道树的根顶裂了我家围墙，要求整棵移走。'],
    calls: ['上门看了树和墙，量了树围'],
    answers: [],
    cannot: {
      answer:
        '这棵树树龄过百年，在古树名录里，不能砍也不能移。已请园林队打药、断根隔离，虫和根的事由我们管。',
      basis: '《城市绿化条例》第二十四条：严禁砍伐或者迁移古树名木。',
      route: '围墙受损的，可以凭照片和维修单向园林所申请补偿。',
      said: '道理讲清楚了，还是不放心。',
    },
  },
  {
    topic: 'unlicensed',
    lead: 'housing',
    where: 'house',
    tells: ['想在承包地上盖两间房看果园，请批一下。', '宅基地不够住，想把房盖到路边的水田里。'],
    calls: ['到地里看过，量了离村的距离'],
    answers: [],
    cannot: {
      answer:
        '这块地是永久基本农田，不能建房。看果园可以搭不硬化、能拆的看护棚，图样可以到乡里领。',
      basis: '《土地管理法》第三十七条：禁止占用耕地建房；第六十二条：一户只能有一处宅基地。',
      route: '住房确有困难的，可以向村里申请旧宅基地，由乡镇审批；不服的可以申请行政复议。',
      said: '地是我家种了三十年的。',
    },
  },
  {
    topic: 'school-place',
    lead: 'education',
    where: 'home',
    months: [5, 6, 7, 8],
    tells: ['孩子差九天满六岁，想今年上小学。', '户口在外县，想把孩子转到实验小学的重点班。'],
    calls: ['把入学年龄和学区的规定当面讲了一遍'],
    answers: [],
    cannot: {
      answer: '入学条件全县一样，不能单独放宽；县里的小学没有重点班，也不按班分好坏。',
      basis: '《义务教育法》第十一条：年满六周岁入学；第二十二条：学校不得分设重点班和非重点班。',
      route: '今年可以先上幼儿园大班；需要转学的，凭居住证到教育局二楼按有名额的学校登记。',
      said: '规定都一样，就是不好跟孩子说。',
    },
  },
  {
    topic: 'parking',
    lead: 'trafficpolice',
    only: urban,
    where: 'road',
    kind: 'complaint',
    tells: [
      '在公交站旁只停了三分钟送老人，违停罚单请撤销。',
      '要求在我店门口的公交站旁划一个专用车位。',
    ],
    calls: ['调了抓拍的照片和路口的监控'],
    answers: [],
    cannot: {
      answer:
        '公交站前后三十米内不能停车，也不能划车位，停几分钟都一样。送老人可以停到前面 60 米的临停区，十五分钟不罚。',
      basis: '《道路交通安全法实施条例》第六十三条：公共汽车站 30 米以内的路段不得停车。',
      route: '对罚单有异议的，六十日内可以向县政府申请行政复议，也可以六个月内向法院起诉。',
      said: '道理懂了，心里还是不痛快。',
    },
  },
  {
    topic: 'pension',
    lead: 'labour',
    where: 'home',
    tells: ['想一次补缴十五年养老保险，明年就领退休金。'],
    calls: ['算了几种缴法，把表打给居民看'],
    answers: [],
    cannot: {
      answer:
        '没有上过班的年份不能一次补缴。已替您算好：按灵活就业逐年缴，或转成城乡居民养老保险，到龄也能领。',
      basis: '《社会保险法》第十六条；人社部发〔2016〕132 号：不得以一次性缴费方式增加缴费年限。',
      route: '两种算法的对照表已寄给您，可以到任一社保窗口办理；有异议可以申请复核。',
      said: '听明白了，就是领得少。',
    },
  },
];
