/** Stories of one page of the archive: a month that holds more leads to its days. */
export const mostOnPage = 100
