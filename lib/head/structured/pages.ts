import type {
  AboutPage,
  BreadcrumbList,
  CollectionPage,
  ContactPage,
  ItemList,
  ProfilePage,
  WebPage,
} from 'schema-dts'
import { factsOf } from '../../languages.ts'
import type { ListPage, NamedLink, StoryCard } from '../../reading/types.ts'
import type { StaticPage } from '../../urls.ts'
import { imageOf } from './pictures.ts'
import { absoluteIn, type Publication, partOfWebsite, publisherOf } from './publication.ts'

/** The way from the front page down to a page; the last entry is the page itself. */
export const breadcrumbsOf = (
  way: readonly NamedLink[],
  publication: Publication,
): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: way.map(({ name, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absoluteIn(publication)(href),
  })),
})

type Listed = Pick<StoryCard, 'href' | 'headline'>

const itemsOf = (stories: readonly Listed[], publication: Publication): ItemList => ({
  '@type': 'ItemList',
  numberOfItems: stories.length,
  itemListElement: stories.map(({ href, headline }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: headline,
    url: absoluteIn(publication)(href),
  })),
})

type About = { path: string; name: string; description: string | null }

const common = ({ path, name, description }: About, publication: Publication) => ({
  '@id': absoluteIn(publication)(path),
  url: absoluteIn(publication)(path),
  name,
  ...(description && { description }),
  inLanguage: factsOf(publication.language).tag,
  ...partOfWebsite(publication),
})

/** A page that lists stories, in the order in which it shows them. */
export const collectionOf = (
  about: About,
  stories: readonly Listed[],
  publication: Publication,
): CollectionPage => ({
  '@type': 'CollectionPage',
  ...common(about, publication),
  mainEntity: itemsOf(stories, publication),
})

/** The page of an author. */
export function profileOf(path: string, list: ListPage, publication: Publication): ProfilePage {
  const { name, description, position, portrait, stories } = list
  const { dateCreated, ...rest } = {
    ...common({ path, name, description }, publication),
    dateCreated: stories.at(-1)?.publishedAt,
  }
  return {
    '@type': 'ProfilePage',
    ...rest,
    ...(dateCreated && { dateCreated }),
    mainEntity: {
      '@type': 'Person',
      name,
      url: absoluteIn(publication)(path),
      ...(description && { description }),
      ...(position && { jobTitle: position }),
      ...(portrait && { image: imageOf(portrait, 'square', publication) }),
      worksFor: publisherOf(publication),
    },
  }
}

/** One of the pages in the footer, the form for messages or the list of feeds. */
export function textPageOf(
  slug: StaticPage | 'message' | 'feeds',
  about: About,
  publication: Publication,
): AboutPage | ContactPage | WebPage {
  const facts = { ...common(about, publication), publisher: publisherOf(publication) }
  switch (slug) {
    case 'about':
    case 'ownership':
      return { '@type': 'AboutPage', ...facts }
    case 'contact':
    case 'message':
      return { '@type': 'ContactPage', ...facts }
    default:
      return { '@type': 'WebPage', ...facts }
  }
}
