import { ReaderComfort } from './comfort.ts'
import { ConsentNotice } from './consent-notice.ts'
import { countReading } from './count.ts'
import { LiveBlog } from './live-blog.ts'
import { PhotoEssay } from './photo-essay.ts'
import { watchPopovers } from './popovers.ts'
import { SearchField } from './search-field.ts'
import { ShareTools } from './share.ts'
import { VideoByLink } from './video-by-link.ts'

watchPopovers()
customElements.define('consent-notice', ConsentNotice)
customElements.define('video-by-link', VideoByLink)
customElements.define('photo-essay', PhotoEssay)
customElements.define('share-tools', ShareTools)
customElements.define('reader-comfort', ReaderComfort)
customElements.define('search-field', SearchField)
customElements.define('live-blog', LiveBlog)
countReading()
