/** The same words in English and in Chinese. */
export type Pair = readonly [en: string, zh: string]

/** Districts, counties and neighbourhoods of Chongqing. */
export const places: readonly Pair[] = [
  ['Yuzhong', '渝中'],
  ['Jiangbei', '江北'],
  ["Nan'an", '南岸'],
  ['Shapingba', '沙坪坝'],
  ['Jiulongpo', '九龙坡'],
  ['Dadukou', '大渡口'],
  ['Beibei', '北碚'],
  ['Banan', '巴南'],
  ['Fuling', '涪陵'],
  ['Wanzhou', '万州'],
  ['Qianjiang', '黔江'],
  ['Changshou', '长寿'],
  ['Jiangjin', '江津'],
  ['Hechuan', '合川'],
  ['Yongchuan', '永川'],
  ['Nanchuan', '南川'],
  ['Bishan', '璧山'],
  ['Tongliang', '铜梁'],
  ['Dazu', '大足'],
  ['Rongchang', '荣昌'],
  ['Kaizhou', '开州'],
  ['Wulong', '武隆'],
  ['Fengdu', '丰都'],
  ['Zhongxian', '忠县'],
  ['Yunyang', '云阳'],
  ['Fengjie', '奉节'],
  ['Wushan', '巫山'],
  ['Shizhu', '石柱'],
  ['Ciqikou', '磁器口'],
  ['Danzishi', '弹子石'],
  ['Hualongqiao', '化龙桥'],
  ['Tongyuanju', '铜元局'],
]

/** Standfirsts, with `{place}` and `{number}`. */
export const standfirsts: readonly Pair[] = [
  [
    'What was decided, what it costs and whom it serves, in {number} weeks of work.',
    '{number}周的工作之后：定了什么、花费多少、谁能受益。',
  ],
  [
    '{place} tells how it came about, and what comes next.',
    '{place}讲述它的来历，以及下一步的打算。',
  ],
  [
    'A look at the plans, the people and the {number} steps between them.',
    '看看图纸、人，以及两者之间的{number}级台阶。',
  ],
  ['The figures of the year, and what they leave out.', '一年的数字，以及数字之外的事。'],
  [
    'It began with a letter from the neighbours. {number} months later it stands.',
    '事情从邻居们的一封信开始，{number}个月后，它建成了。',
  ],
]

/** Sentences of the body, with `{place}`, `{subject}`, `{number}`, `{share}` and `{month}`. */
export const sentences: readonly Pair[] = [
  [
    'The site lies between the river and the ridge, where the street climbs {number} metres in a few bends.',
    '项目位于江与山脊之间，街道在几个弯道里爬升了{number}米。',
  ],
  [
    'Costs stayed {share} per cent below the estimate, according to the yearly report.',
    '年度报告显示，实际费用比概算低{share}%。',
  ],
  ['Before, people had to take a detour of {number} minutes.', '过去，大家要多绕{number}分钟。'],
  [
    'The plans were on show in the community centre of {place} until {month}.',
    '方案在{place}社区中心公示至{month}。',
  ],
  [
    'Of those who answered the survey, {share} per cent were in favour.',
    '参与问卷的人中，{share}%表示支持。',
  ],
  [
    'Rain in the early summer held up the work for {number} days.',
    '初夏的雨让工程停了{number}天。',
  ],
  ['Shops near by keep longer hours since then.', '从那以后，附近的店铺也延长了营业时间。'],
  [
    'The stone comes from a quarry in the same county, the timber from managed forests.',
    '石料来自本县采石场，木材来自人工林。',
  ],
  [
    'A second stage is to follow when the first has shown its worth.',
    '第一阶段见到成效之后，第二阶段将随之展开。',
  ],
  [
    'Guides explain it on weekends; a place can be booked by telephone.',
    '周末有讲解员，可以电话预约。',
  ],
  [
    'The accounts are open to everybody at the district office.',
    '账目在区里公开，任何人都可查阅。',
  ],
  [
    'Schools of {place} have made it a stop of their excursions.',
    '{place}的学校把它列为研学的一站。',
  ],
  [
    'Night lights go off at eleven so that birds and neighbours can rest.',
    '夜间灯光十一点熄灭，让鸟儿和邻居都能休息。',
  ],
  [
    'Signs stand in Chinese and English, and a bench at every second bend.',
    '路标用中英文书写，每隔一个弯道放一张长椅。',
  ],
  [
    'Maintenance is the task of a crew of {number}, most of them from the quarter.',
    '日常维护由{number}人的队伍负责，多数是本街区居民。',
  ],
  [
    'Compared with the year before, the number of complaints fell by {share} per cent.',
    '与上一年相比，投诉数量下降{share}%。',
  ],
  [
    'Whoever comes by rail needs no more than a quarter of an hour on foot.',
    '乘轨道交通前来，步行不到一刻钟。',
  ],
  [
    'Old photographs on the wall show what stood here forty years ago.',
    '墙上的老照片记录着四十年前这里的样子。',
  ],
  [
    'The water is tested every week, and the results are posted at the gate.',
    '水质每周检测，结果张贴在门口。',
  ],
  [
    '{place} wants to report on {subject} once more in {month}.',
    '{place}计划在{month}再次通报{subject}的进展。',
  ],
]

/** Headings within a story. */
export const headings: readonly Pair[] = [
  ['How it came about', '来龙去脉'],
  ['What it costs', '花费几何'],
  ['Who uses it', '谁在使用'],
  ['What comes next', '接下来'],
  ['In the neighbourhood', '街坊之间'],
]

/** Lines of a fact box, with `{number}` and `{share}`. */
export const facts: readonly Pair[] = [
  ['Length: {number} metres', '长度：{number}米'],
  ['Share paid by the city: {share} per cent', '市级出资：{share}%'],
  ['Workers on site: {number}', '现场工人：{number}人'],
  ['Open every day from six to eleven', '每天六点至二十三点开放'],
  ['Planned life: {number} years', '设计使用年限：{number}年'],
]

export const factTitle: Pair = ['In figures', '数字一览']
export const furtherReading: Pair = ['Earlier on this: ', '此前报道：']
export const dateline: Pair = ['Chongqing', '重庆']
export const months: readonly Pair[] = [
  ['January', '一月'],
  ['February', '二月'],
  ['March', '三月'],
  ['April', '四月'],
  ['May', '五月'],
  ['June', '六月'],
  ['July', '七月'],
  ['August', '八月'],
  ['September', '九月'],
  ['October', '十月'],
  ['November', '十一月'],
  ['December', '十二月'],
]
