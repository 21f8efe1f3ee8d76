import { ConsentNotice } from './consent-notice.ts'
import { countReading } from './count.ts'
import { VideoByLink } from './video-by-link.ts'

customElements.define('consent-notice', ConsentNotice)
customElements.define('video-by-link', VideoByLink)
countReading()
