import { readVideoLink } from '../../lib/video-links.ts'

/** A video of a host that the portal knows, or the https address of anything else. */
export const isRecordingLink = (link: string): boolean =>
  readVideoLink(link) !== null || isSoundLink(link)

export const isSoundLink = (link: string): boolean =>
  URL.canParse(link.trim()) && new URL(link.trim()).protocol === 'https:'
