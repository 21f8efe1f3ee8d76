import { VideoByLink } from './video-by-link.ts'

customElements.define('video-by-link', VideoByLink)
