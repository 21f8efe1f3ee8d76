import { getTranslations } from 'next-intl/server'
import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf } from '@/app/(portal)/head.ts'
import { languageOf } from '@/app/(portal)/params.ts'
import { SearchView } from '@/components/search/search-view.tsx'
import { otherLanguages } from '@/lib/languages.ts'
import { readSearch } from '@/lib/reading/index.ts'
import { readSearchParameters, searchPath } from '@/lib/search/query/parameters.ts'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The same words in the other languages, without what narrows them here. */
async function placeOf({ params, searchParams }: Props) {
  const language = await languageOf(params)
  const parameters = readSearchParameters(await searchParams)
  const { q, period, in: languages } = parameters
  const switches = otherLanguages(language).map((other) => ({
    language: other,
    href: searchPath(other, { q, period, in: languages }),
    same: true,
  }))
  return { language, parameters, switches, path: searchPath(language, parameters) }
}

export async function generateMetadata(props: Props) {
  const { language, parameters, path } = await placeOf(props)
  const t = await getTranslations('search')
  const { q } = parameters
  const title = q === '' ? t('title') : t('titleOf', { text: [...q].slice(0, 60).join('') })
  return await headOf({ language, path, title, description: null, switches: [], indexed: false })
}

/** What ran out of time may be found whole by the next who asks; not by everybody at once. */
const freshWhenBroken = 10

export default async function Search(props: Props) {
  const { language, parameters, switches, path } = await placeOf(props)
  const { page, keys } = await readSearch(parameters, language)
  return (
    <Answered
      {...{ language, path, switches, keys }}
      freshSeconds={page.broken ? freshWhenBroken : undefined}
    >
      <SearchView page={page} language={language} />
    </Answered>
  )
}
