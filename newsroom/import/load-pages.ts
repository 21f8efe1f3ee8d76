import { defaultLanguage, languageCodes } from '../../lib/languages.ts'
import { bodyOf } from './body-of.ts'
import { need, type Run, storyKey } from './run.ts'

export async function loadPages(run: Run): Promise<void> {
  for (const { slug, language, file, markdown, matter } of run.edition.pages) {
    const body = bodyOf(run, file, markdown, language)
    await run.ensure('pages', { language, slug }, { ...matter, body, _status: 'published' })
    run.step(`page ${matter.title}`)
  }
}

export async function loadFrontPages(run: Run): Promise<void> {
  const { known } = run
  for (const language of languageCodes) {
    const plan = run.edition.frontPages[language]
    if (!plan) continue
    const story = (slug: string) =>
      need(known.articles, storyKey(language, slug), `${language} story`)
    const strips = plan.strips.map((strip) => ({
      layout: strip.layout,
      source:
        strip.kind === 'section'
          ? { relationTo: 'sections', value: need(known.sections, strip.section, 'section') }
          : { relationTo: 'series', value: need(known.series, strip.series, 'series') },
    }))
    const data = { lead: story(plan.lead), seconds: plan.seconds.map(story), strips }
    await run.ensure('front-pages', { language }, data)
  }
}

/** Settings that somebody has made already are theirs. */
export async function loadSite(run: Run): Promise<void> {
  const { payload } = run.task
  const { site } = run.edition
  const current = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  if (current.name) return
  const navigation = site.navigation.map((entry) => {
    const [first = '', second] = entry.split(':')
    return second
      ? { relationTo: 'series', value: need(run.known.series, second, 'series') }
      : { relationTo: 'sections', value: need(run.known.sections, first, 'section') }
  })
  const { icp, newsLicence, hotline, inquiries, policyRevision } = site
  const shared = { navigation, icp, newsLicence, hotline, inquiries, policyRevision }
  for (const language of languageCodes) {
    const words = {
      name: site.name[language],
      tagline: site.tagline[language],
      slogan: site.slogan[language],
    }
    const data = { ...(language === defaultLanguage && shared), ...words } as never
    await payload.updateGlobal({ slug: 'site-settings', data, locale: language, depth: 0 })
  }
}
