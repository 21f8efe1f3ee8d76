import { ListedCard } from '../story-card/listed-card.tsx'
import { TextCard } from '../story-card/text-card.tsx'

/** With more stories than these, a page shows headlines alone. */
const mostPictures = 24

/** How the stories of a page of the archive are shown. */
export const cardFor = (stories: readonly unknown[]): typeof ListedCard =>
  stories.length > mostPictures ? TextCard : ListedCard
