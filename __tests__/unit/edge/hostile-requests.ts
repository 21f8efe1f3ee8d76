import { framed } from './hostile-framing.ts'
import { across, get, head, mark, post, story } from './hostile-words.ts'

/** Ways up, or to where nobody should come. */
const climbs = [
  ...[
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '.%2e/',
    '..\\',
    '..%5c',
    '%252e%252e%252f',
    '....//',
  ],
  ...[
    '..;/',
    '..%00/',
    '%c0%ae%c0%ae/',
    '..%c0%af',
    '%uff0e%uff0e/',
    '/./../',
    '%ef%bc%8e%ef%bc%8e/',
  ],
]
const bases = [
  ...[
    '/',
    '/media/1-abc/',
    '/_next/static/',
    '/enhance/',
    '/en/',
    '/drawings/',
    '/admin/',
    '/api/',
  ],
]
const traversals = across(bases, climbs).map(([base, climb]) =>
  get(`${base}${climb.repeat(6)}data/secrets.json?${mark}`),
)

/** What some server somewhere has left open. */
const leftOpen = [
  ...['/.env', '/.git/config', '/.git/HEAD', '/package.json', '/node_modules/next/package.json'],
  ...['/_next/server/app/page.js', '/_next/build-manifest.json', '/_next/static/../server/x.js'],
  ...[
    '/_next/image?url=http://169.254.169.254/&w=64&q=1',
    '/_next/data/x/en.json',
    '/__nextjs_font/a',
  ],
  ...['/enhance/manifest.json', '/running.json', '/secrets.json', '/pages.snapshot', '/data/media'],
  ...['/wp-login.php', '/wp-admin/', '/phpmyadmin/', '/cgi-bin/%2e%2e/bin/sh', '/server-status'],
  ...[
    '/actuator/env',
    '/api/graphql',
    '/api/graphql-playground',
    '/drawings/ready',
    '/en/-/not-found',
  ],
  ...[
    '/xmlrpc.php',
    '/.well-known/../.env',
    '/.DS_Store',
    '/favicon.svg/../../../data/secrets.json',
  ],
  ...['/en/-/', '/zh/-/not-found', '/en/message/send/', '/index.html', '/en.rsc', '/en?_rsc=1'],
].map((path) => get(path))

const injections = [
  ...[`<script>${mark}</script>`, `"><img src=x onerror=${mark}>`, `'-${mark}-'`, `{{${mark}}}`],
  ...[`%0d%0aSet-Cookie:%20${mark}=1`, `%0aInjected:%20${mark}`, `\${jndi:ldap://${mark}}`],
  ...[
    `%E5%98%8D%E5%98%8AInjected:${mark}`,
    `';DROP TABLE ${mark};--`,
    `%00${mark}`,
    `//${mark}.example`,
  ],
]
const places: readonly ((text: string) => string)[] = [
  (text) => `/en/${text}`,
  (text) => `/${text}`,
  (text) => `/media/${text}/wide-640.jpg`,
  (text) => `/drawings/wide-0123456789ab/en/${text}.jpg`,
  (text) => `/api/${text}`,
  (text) => `/en/message?story=${text}`,
  (text) => `/en?switch=${text}`,
  (text) => `/consent.css?revision=${text}`,
]
const reflections = across(places, injections).map(([place, text]) =>
  get(place(text.replaceAll(' ', '%20'))),
)

/** Fields that some program believes. */
const fields = [
  ...['Host', 'X-Forwarded-Host', 'X-Forwarded-For', 'X-Forwarded-Proto', 'Forwarded', 'X-Real-IP'],
  ...['X-Original-URL', 'X-Rewrite-URL', 'X-HTTP-Method-Override', 'X-Middleware-Subrequest'],
  ...[
    'X-Portal-Form',
    'X-Portal-Limited',
    'X-Request-Id',
    'RSC',
    'Next-Router-State-Tree',
    'Next-Action',
  ],
  ...['Accept-Encoding', 'Accept-Language', 'Accept', 'Cookie', 'Referer', 'User-Agent', 'Origin'],
  ...['If-None-Match', 'If-Modified-Since', 'Range', 'If-Range', 'Purpose', 'Save-Data', 'Sec-GPC'],
  ...['TE', 'Via', 'Max-Forwards', 'Cache-Control', 'Authorization', 'Content-Type', 'Upgrade'],
]
const values = [
  ...[
    `<b>${mark}</b>`,
    `${mark}.example`,
    `"${mark}"`,
    '\xff\xfe\x80',
    `${'a,'.repeat(4000)}${mark}`,
  ],
  ...['-1', '99999999999999999999', `bytes=0-,${'0-1,'.repeat(500)}`, `;;==,,${mark}`, ''],
]
const targets = [story, '/', '/api/x', '/media/1-abc/wide-640.jpg']
const believed = across(fields, values).map(([name, value], index) => {
  const target = targets[index % targets.length]
  return name === 'Host'
    ? `GET ${target} HTTP/1.1\r\nHost: ${value}\r\nConnection: close\r\n\r\n`
    : get(`${target}`, `${name}: ${value}`)
})

const methods = across(
  [
    ...[
      'TRACE',
      'CONNECT',
      'TRACK',
      'PROPFIND',
      'MOVE',
      'PURGE',
      'LINK',
      'M-SEARCH',
      'BREW',
      'get',
    ],
    ...['DELETE', 'PUT', 'PATCH', 'OPTIONS', 'HEAD', 'PRI', 'SOURCE', 'GET\t', ' GET', 'G\0ET'],
  ],
  [story, '/', '*', '/admin', '/count', 'portal.example:443'],
).map(([method, path]) => head(`${method} ${path} HTTP/1.1`))

/** What has no end: only who sends it can end it. */
const unfinished = [
  ...['', '\r\n\r\n', 'GET', 'GET /', 'GET / HTTP', 'GET / HTTP/1.1', 'GET / HTTP/1.1\r\nHost'],
  'POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc',
  'POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe',
]

const lines = [
  ...['\0', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'SSH-2.0-x\r\n', '{"a":1}\r\n'],
  ...[
    'GET /\r\n\r\n',
    'GET  / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/0.9\r\n\r\n',
  ],
  ...[
    'GET / HTTP/1.2\r\nHost: a\r\n\r\n',
    'GET / HTTP/3.0\r\nHost: a\r\n\r\n',
    'GET / HTTP/1.1\nHost: a\n\n',
  ],
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  get('http://'),
  get('//'),
  get(`http://${mark}.example${story}`),
  get(`https://user:${mark}@portal.example/en`),
  get(`//${mark}.example/%2f..`),
  get(`/\\${mark}.example`),
  get(`/${'a'.repeat(5000)}`),
  get(`/en?${'a'.repeat(60_000)}`),
  get(`/en?${'a=1&'.repeat(10_000)}`),
  get(`/${'%2f'.repeat(600)}`),
  get(`/${'/'.repeat(2000)}`),
  get(`/${'../'.repeat(600)}`),
  get(story, `X: ${'a'.repeat(100_000)}`),
  get(story, ...Array<string>(1000).fill('A: b')),
  get(story, `Cookie: ${'a=b; '.repeat(5000)}`),
  get(story, ': nameless'),
  get(story, 'no colon'),
]

const forms = across(['/count', '/en/consent', '/zh/message/send'], [
  ['application/x-www-form-urlencoded', `what=read&page=${mark}%0d%0a`],
  ['application/x-www-form-urlencoded', `answer=accept&page=//${mark}.example&revision=1`],
  ['application/x-www-form-urlencoded', '&'.repeat(4000)],
  ['application/x-www-form-urlencoded', '%'.repeat(500)],
  ['application/x-www-form-urlencoded', `__proto__[a]=${mark}&constructor=${mark}`],
  ['application/json', `{"what":"${mark}","__proto__":{}}`],
  ['multipart/form-data; boundary=x', `--x\r\nContent-Disposition: form-data; name="${mark}"\r\n`],
  ['multipart/form-data', ''],
  [`text/${mark}`, '\0\xff'],
  ['application/x-www-form-urlencoded', 'a'.repeat(70_000)],
] as const).map(([path, [type, body]]) =>
  post(path, body, `Content-Type: ${type}`, 'Sec-Fetch-Site: same-origin'),
)

const families = {
  unfinished,
  traversals,
  leftOpen,
  reflections,
  believed,
  methods,
  framed,
  lines,
  forms,
}

/** Each family's requests, as they go over the wire (latin1). */
export const hostileRequests = Object.entries(families) as [keyof typeof families, string[]][]
