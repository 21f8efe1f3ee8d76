import * as initial from './20261124_102829_initial.ts'
import * as outbox from './20261124_110000_outbox.ts'
import * as consentAndSharing from './20261124_131028_consent_and_sharing.ts'
import * as websub from './20261124_131100_websub.ts'
import * as websubRows from './20261124_134000_websub_rows.ts'
import * as manyStories from './20261124_180000_many_stories.ts'
import * as search from './20261124_193000_search.ts'
import * as mostRead from './20261124_210000_most_read.ts'
import * as formats from './20261127_122500_formats.ts'
import * as live from './20261127_130000_live.ts'
import * as lists from './20261127_133000_lists.ts'
import * as recordings from './20261127_132500_recordings.ts'
import * as searchFromNewest from './20261128_071105_search_from_newest.ts'

/** In the order in which they are applied; `npm run migration` writes new ones. */
export const migrations = [
  { up: initial.up, down: initial.down, name: '20261124_102829_initial' },
  { up: outbox.up, down: outbox.down, name: '20261124_110000_outbox' },
  {
    up: consentAndSharing.up,
    down: consentAndSharing.down,
    name: '20261124_131028_consent_and_sharing',
  },
  { up: websub.up, down: websub.down, name: '20261124_131100_websub' },
  { up: websubRows.up, down: websubRows.down, name: '20261124_134000_websub_rows' },
  { up: manyStories.up, down: manyStories.down, name: '20261124_180000_many_stories' },
  { up: search.up, down: search.down, name: '20261124_193000_search' },
  { up: mostRead.up, down: mostRead.down, name: '20261124_210000_most_read' },
  { up: formats.up, down: formats.down, name: '20261127_122500_formats' },
  { up: live.up, down: live.down, name: '20261127_130000_live' },
  { up: lists.up, down: lists.down, name: '20261127_133000_lists' },
  { up: recordings.up, down: recordings.down, name: '20261127_132500_recordings' },
  {
    up: searchFromNewest.up,
    down: searchFromNewest.down,
    name: '20261128_071105_search_from_newest',
  },
]
