import { summary, type Taken } from '../misses.ts'
import type { Options } from '../options.ts'
import { answered } from '../publishing.ts'

const times = 20
const before = 5

async function timed(act: () => Promise<unknown>): Promise<Taken> {
  const taken: number[] = []
  for (let time = 0; time < before + times; time++) {
    const began = performance.now()
    await act()
    taken.push(performance.now() - began)
  }
  return summary(taken.slice(before))
}

/** ms that an editor waits for the list of stories, and for a save that readers see. */
export async function newsroomTimes(
  edge: string,
  account: NonNullable<Options['account']>,
): Promise<{ list: Taken; save: Taken }> {
  const { token } = await answered('POST', `${edge}/api/users/login`, null, account)
  const list = `${edge}/api/articles?draft=true&depth=0&limit=25&sort=-publishedAt`
  const { docs } = await answered('GET', list, token)
  const [{ id, standfirst }] = docs
  const save = async () => {
    const data = { standfirst, _status: 'published' }
    await answered('PATCH', `${edge}/api/articles/${id}`, token, data)
  }
  return { list: await timed(() => answered('GET', list, token)), save: await timed(save) }
}
