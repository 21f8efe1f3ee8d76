import { newsroomZone } from '../../urls.ts'
import type { Place } from './places.ts'

/** Behind a time: what the newsroom's clock says then; behind what that clock says: the time. */
export const clock = `at time zone '${newsroomZone}'`

const newestBefore = ({ at, from, holds }: Place, bound: string): string => `
  select date_trunc('month', ${at} ${clock}) as month from ${from}
  where ${holds('$2')} ${bound} order by ${at} desc limit 1`

/**
 * `months`, for behind `with recursive`: those of a list that hold stories, newest first, as their first moment on the newsroom's
 * clock; null is the last. From each month the index is asked for the newest story before it: that takes as many steps as
 * there are months, however many stories they hold. The second value of the statement is the number of the list's term.
 */
export const monthsOf = (place: Place): string => `
  months as (
    (${newestBefore(place, '')})
    union all
    select (${newestBefore(place, `and ${place.at} < m.month ${clock}`)})
    from months m where m.month is not null
  )`
