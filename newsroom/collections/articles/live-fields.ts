import type { Condition, Field } from 'payload'
import { validatePast } from '../../fields/past.ts'
import { words } from '../../words.ts'

const isLive: Condition = (data) => data.format === 'live'

/** Of live stories: how long they go on, and their entries, which are documents of their own. */
export const liveFields: Field[] = [
  {
    name: 'coverageEndedAt',
    label: words('Live coverage ended', '直播结束时间'),
    type: 'date',
    validate: validatePast,
    admin: {
      position: 'sidebar',
      condition: isLive,
      date: { pickerAppearance: 'dayAndTime' },
      description: words(
        'Empty while it goes on: open pages ask for new entries.',
        '直播进行中请留空，读者打开的页面会自动获取新条目。',
      ),
    },
  },
  {
    name: 'isReplay',
    label: words('Told again afterwards', '事后回放'),
    type: 'checkbox',
    defaultValue: false,
    admin: {
      position: 'sidebar',
      condition: isLive,
      description: words(
        'The entries replay something past: the page says so.',
        '条目为往事回放，页面会注明。',
      ),
    },
  },
]

/** The newest entries beside the story's text, with a button for the next. */
export const liveEntriesField: Field = {
  name: 'liveEntries',
  label: words('Live entries', '直播条目'),
  type: 'join',
  collection: 'live-entries',
  on: 'story',
  defaultSort: '-at',
  defaultLimit: 20,
  admin: {
    condition: (data) => data.format === 'live' && data.id !== undefined,
    defaultColumns: ['headline', 'at', 'isKeyPoint', 'isPinned', '_status'],
  },
}
