import type { Pair } from './phrases.ts'

/** A field that the desk writes about: what happens in it, and where it stands in the portal. */
export type Beat = {
  /** Slugs of the sample edition; where they are missing, whatever the newsroom has. */
  section: string
  topics: readonly string[]
  kicker: Pair
  subjects: readonly Pair[]
  /** Headlines, with `{place}` and `{subject}`. */
  events: readonly Pair[]
  /** First sentences, with `{place}`, `{subject}`, `{number}` and `{month}`. */
  openings: readonly Pair[]
}

export const beats: readonly Beat[] = [
  {
    section: 'city',
    topics: ['transport', 'architecture'],
    kicker: ['Getting around', '出行'],
    subjects: [
      ['a night bus line', '夜间公交线路'],
      ['a hillside escalator', '坡地自动扶梯'],
      ['a riverside footpath', '滨江步道'],
      ['a rail transfer hall', '轨道换乘大厅'],
      ['a bicycle lane', '自行车道'],
      ['a footbridge', '人行天桥'],
    ],
    events: [
      ['{place} opens {subject} ahead of the holidays', '{place}{subject}节前启用'],
      ['{place} tries out {subject} for three months', '{place}试行{subject}，为期三个月'],
      [
        'Residents of {place} asked for {subject}, and got it',
        '居民提议之后，{place}有了{subject}',
      ],
      ['How {subject} changes the way to work in {place}', '{subject}如何改变{place}的上班路'],
    ],
    openings: [
      [
        'The district office of {place} said in {month} that {subject} had passed its last inspection.',
        '{month}，{place}有关部门表示，{subject}已通过最后一次验收。',
      ],
      [
        'About {number} people a day are expected to use {subject} in {place}.',
        '预计每天将有约{number}人次使用{place}的{subject}。',
      ],
    ],
  },
  {
    section: 'business',
    topics: ['trade', 'industry', 'belt-and-road'],
    kicker: ['Trade', '商贸'],
    subjects: [
      ['a parts warehouse', '零部件仓库'],
      ['a cold-chain terminal', '冷链中心'],
      ['a motor works', '电机工厂'],
      ['a freight yard', '货运场站'],
      ['a training workshop', '实训车间'],
      ['a customs counter', '通关窗口'],
    ],
    events: [
      ['{place} adds {subject} as orders rise', '订单增加，{place}新增{subject}'],
      ['A year on, {subject} in {place} runs at full load', '投用一年，{place}{subject}满负荷运转'],
      ['What {subject} means for small firms in {place}', '{subject}给{place}小企业带来什么'],
      ['{place} counts on {subject} for its next ten years', '{place}把下一个十年押在{subject}上'],
    ],
    openings: [
      [
        'Since {month}, {subject} in {place} has handled {number} consignments.',
        '自{month}以来，{place}的{subject}已处理{number}批货物。',
      ],
      [
        'Work on {subject} in {place} took {number} days, a third less than planned.',
        '{place}的{subject}用了{number}天建成，比计划缩短三分之一。',
      ],
    ],
  },
  {
    section: 'technology',
    topics: ['science', 'industry'],
    kicker: ['In the laboratory', '实验室里'],
    subjects: [
      ['a sensor network', '传感器网络'],
      ['a test track for driverless buses', '无人驾驶巴士测试道'],
      ['a materials laboratory', '材料实验室'],
      ['a battery exchange station', '换电站'],
      ['a weather radar', '天气雷达'],
      ['a school for robotics', '机器人课堂'],
    ],
    events: [
      ['{place} switches on {subject}', '{place}{subject}投入运行'],
      ['Inside {subject}, the newest neighbour of {place}', '走进{place}的新邻居：{subject}'],
      ['{place} shares the plans of {subject} with everybody', '{place}公开{subject}的设计方案'],
      ['Why {place} built {subject} on a slope', '{place}为何把{subject}建在坡上'],
    ],
    openings: [
      [
        'Engineers in {place} spent {number} hours testing {subject} before {month}.',
        '{month}之前，{place}的工程师对{subject}进行了{number}小时测试。',
      ],
      [
        'Readings from {subject} in {place} reach the control room {number} times a day.',
        '{place}的{subject}每天向控制室回传{number}次数据。',
      ],
    ],
  },
  {
    section: 'culture',
    topics: ['stage', 'heritage', 'history', 'language'],
    kicker: ['On stage', '舞台内外'],
    subjects: [
      ['a small theatre', '小剧场'],
      ['a library of old maps', '老地图图书室'],
      ['a workshop for lanterns', '灯彩工坊'],
      ['a hall for opera', '戏楼'],
      ['an archive of dialect recordings', '方言录音档案'],
      ['a museum of river boats', '木船博物馆'],
    ],
    events: [
      ['{place} saves {subject} from the wrecker', '{place}留住了{subject}'],
      ['An evening in {subject} of {place}', '{place}{subject}的一个夜晚'],
      [
        'Young people bring {subject} in {place} back to life',
        '年轻人让{place}的{subject}重新热闹起来',
      ],
      ['{place} celebrates {subject} with a week of open doors', '{place}{subject}开放周开幕'],
    ],
    openings: [
      [
        'In {month}, {number} visitors found their way to {subject} in {place}.',
        '{month}，有{number}名观众走进{place}的{subject}。',
      ],
      [
        'The roof of {subject} in {place} holds {number} grey tiles, each laid by hand.',
        '{place}的{subject}屋顶上有{number}片青瓦，都是手工铺成。',
      ],
    ],
  },
  {
    section: 'travel',
    topics: ['mountains', 'food', 'heritage'],
    kicker: ['A day out', '周末去处'],
    subjects: [
      ['a mountain trail', '登山步道'],
      ['a noodle street', '小面一条街'],
      ['a tea terrace', '观景茶台'],
      ['a village inn', '乡村客栈'],
      ['a night market', '夜市'],
      ['a hot spring', '温泉'],
    ],
    events: [
      [
        'Two hours from the centre, {place} has {subject} to itself',
        '离主城两小时，{place}藏着{subject}',
      ],
      ['{place} marks the way to {subject} in two languages', '{place}为{subject}设置双语路标'],
      ['{subject} of {place}, season by season', '四季里的{place}{subject}'],
      [
        'Where to rest, eat and look around: {place} and {subject}',
        '吃住看一篇搞定：{place}与{subject}',
      ],
    ],
    openings: [
      [
        'From the last stop it is {number} steps to {subject} in {place}.',
        '从终点站到{place}的{subject}，要走{number}级台阶。',
      ],
      [
        '{place} counted {number} guests at {subject} in {month}.',
        '{month}，{place}的{subject}接待了{number}名游客。',
      ],
    ],
  },
  {
    section: 'nature',
    topics: ['yangtze', 'wildlife', 'mountains'],
    kicker: ['By the river', '江边'],
    subjects: [
      ['a wetland', '湿地'],
      ['a nursery for river fish', '江鱼增殖站'],
      ['a bamboo slope', '竹林坡'],
      ['a bird watch', '观鸟点'],
      ['a spring under protection', '受保护的泉眼'],
      ['an orchard of pomelos', '柚子园'],
    ],
    events: [
      ['Rare birds return to {subject} of {place}', '珍稀鸟类重返{place}{subject}'],
      ['{place} gives {subject} ten years of quiet', '{place}给{subject}十年休养'],
      ['Volunteers of {place} count what lives in {subject}', '{place}志愿者清点{subject}里的生灵'],
      [
        'The rain, the slope and {subject}: a lesson from {place}',
        '雨水、山坡与{subject}：来自{place}的经验',
      ],
    ],
    openings: [
      [
        'In {month} volunteers counted {number} birds at {subject} in {place}.',
        '{month}，志愿者在{place}的{subject}记录到{number}只鸟。',
      ],
      [
        '{place} planted {number} trees around {subject} last year.',
        '去年，{place}在{subject}周围种下{number}棵树。',
      ],
    ],
  },
]
