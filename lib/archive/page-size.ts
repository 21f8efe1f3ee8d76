/** Stories of one page of a day; what is beyond has a page of its own. */
export const mostOnPage = 100

/** Stories of a month that its page shows by itself; a month that holds more leads to its days. */
export const mostInMonth = 50
