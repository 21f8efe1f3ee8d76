import type { Service } from '../../lib/share/services.ts'

export type IconName = Service | 'sheet' | 'copy' | 'print' | 'poster' | 'more'

/** Our own simple drawings on a field of 24 × 24: what is filled, and what is drawn with a pen. */
const drawings: Record<IconName, { filled?: string; lined?: string }> = {
  wechat: {
    filled:
      'M9 3.5C5 3.5 2 6.2 2 9.5c0 1.9 1 3.5 2.6 4.6L4 16.5l2.6-1.3c.8.2 1.5.3 2.3.3A6.5 6.5 0 0 1 8.7 14c0-3 3-5.5 6.6-5.5h.6C15.2 5.6 12.4 3.5 9 3.5zM6.6 6.9a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8zm4.8 0a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8zM22 14.3c0-2.6-2.6-4.8-5.8-4.8s-5.9 2.2-5.9 4.8 2.7 4.8 5.9 4.8c.7 0 1.3-.1 1.9-.3l2.1 1.2-.5-2c1.4-.8 2.3-2.2 2.3-3.7zm-7.7-2.1a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6zm3.9 0a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6z',
  },
  weibo: {
    filled: 'M9.3 13.2a2.6 2.6 0 1 1 .1 5.2 2.6 2.6 0 0 1-.1-5.2z',
    lined:
      'M16.6 15.1c0 3-3.2 5.1-7 5.1s-7-1.9-7-4.6c0-3.7 5-7.6 7.6-6.9 1 .3 1.2 1.3.8 2.5 2.4-.9 4.1-.3 3.6 1.7 1.4.4 2 1.2 2 2.2zM14.8 4.1a6 6 0 0 1 6.1 7.5M15.2 7.6a2.7 2.7 0 0 1 2.6 3.2',
  },
  qq: {
    filled:
      'M12 2.5c-3.3 0-5.4 2.4-5.4 5.6v2.3c-1 1.3-2.3 3-2.3 4.7 0 .9.4 1.1.9.7l1-1c.3 1.2.9 2.2 1.8 3-.9.4-1.5.9-1.5 1.7 0 1.4 2 1.8 3.9 1.6.6-.1 1.2-.3 1.6-.5.4.2 1 .4 1.6.5 1.9.2 3.9-.2 3.9-1.6 0-.8-.6-1.3-1.5-1.7.9-.8 1.5-1.8 1.8-3l1 1c.5.4.9.2.9-.7 0-1.7-1.3-3.4-2.3-4.7V8.1c0-3.2-2.1-5.6-5.4-5.6zM10 6.3c.6 0 1 .7 1 1.5s-.4 1.5-1 1.5-1-.7-1-1.5.4-1.5 1-1.5zm4 0c.6 0 1 .7 1 1.5s-.4 1.5-1 1.5-1-.7-1-1.5.4-1.5 1-1.5z',
  },
  x: { lined: 'M3.5 4h4.3l12.7 16h-4.3zM19.6 4l-7 7.5M4.4 20l6.9-7.4' },
  facebook: {
    filled:
      'M13.9 21.5v-8.3h2.8l.5-3.4h-3.3V7.7c0-1.1.4-1.8 1.9-1.8h1.6V2.7A19 19 0 0 0 15 2.5c-2.7 0-4.5 1.7-4.5 4.6v2.7H7.5v3.4h3v8.3z',
  },
  linkedin: {
    filled:
      'M3.9 9.3h3.3V20H3.9zM5.5 3.9a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM9.3 9.3h3.1v1.5c.6-1 1.8-1.8 3.4-1.8 3.2 0 4.2 2 4.2 4.9V20h-3.3v-5.5c0-1.5-.3-2.7-1.9-2.7s-2.2 1.2-2.2 2.7V20H9.3z',
  },
  whatsapp: {
    filled:
      'M9.3 7.5c-1.1.5-1.6 1.6-1.3 2.7a8.2 8.2 0 0 0 5.8 5.8c1.1.3 2.2-.2 2.7-1.3l-2.3-1.5-1 1c-1.4-.6-2.5-1.7-3.1-3.1l1-1z',
    lined: 'M3.4 20.6l1.2-4.3a8.6 8.6 0 1 1 3.2 3.2z',
  },
  telegram: { filled: 'M21.5 3.8 2.5 11.3l5.7 2L18.6 6.6l-7.9 7.9v5.1l3-3.3 4.6 3.3z' },
  line: {
    lined:
      'M12 3.5c5 0 9 3.2 9 7.1 0 3.5-3.8 6.7-8.6 10.4v-3.4c-5.3.1-9.4-3-9.4-7s4-7.1 9-7.1zM6.9 9v3.5h1.7M10.5 9v3.5M12.4 12.5V9l2.2 3.5V9M18 9h-1.7v3.5H18',
  },
  email: { lined: 'M3 5.5h18v13H3zM3.5 6.5l8.5 6.3 8.5-6.3' },
  sheet: { lined: 'M12 15.5v-12M7.8 7.3 12 3.3l4.2 4M7.5 10.5H5v10h14v-10h-2.5' },
  copy: {
    lined:
      'M9.8 14.2a4.2 4.2 0 0 0 6 0l3.3-3.4a4.2 4.2 0 0 0-6-6l-1.5 1.5M14.2 9.8a4.2 4.2 0 0 0-6 0l-3.3 3.4a4.2 4.2 0 0 0 6 6l1.5-1.5',
  },
  print: { lined: 'M7 8.5v-5h10v5M7 16.5H3.5v-8h17v8H17M7 13.5h10v7H7z' },
  poster: {
    lined: 'M5.5 3.5h13v17h-13zM8.5 6.5h7v6h-7zM8.5 15.5h3M8.5 17.8h3M14.7 15.5h.8v2.3h-.8z',
  },
  more: {
    filled:
      'M5 10.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zm7 0a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zm7 0a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  },
}

/** A sign beside a word, or instead of one that only a screen reader reads. */
export function Icon({ name }: { name: IconName }) {
  const { filled, lined } = drawings[name]
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      {filled && <path fill="currentColor" fillRule="evenodd" d={filled} />}
      {lined && (
        <path
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          d={lined}
        />
      )}
    </svg>
  )
}
