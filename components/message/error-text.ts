import { useTranslations } from '../../i18n/words.tsx'
import { type MessageError, type MessageField, messageLimits } from '../../lib/message/form.ts'
import { unreachable } from '../../lib/urls.ts'

/** Says what is wrong with a field, and what would be right. */
export function useErrorText(): (field: MessageField, error: MessageError) => string {
  const t = useTranslations('messageErrors')
  const required = (field: MessageField): string => {
    switch (field) {
      case 'name':
        return t('nameRequired')
      case 'email':
        return t('emailRequired')
      case 'kind':
        return t('kindRequired')
      case 'story':
        return t('notAStory')
      case 'text':
        return t('textRequired')
      default:
        return unreachable(field)
    }
  }
  return (field, error) => {
    switch (error) {
      case 'required':
        return required(field)
      case 'too-long':
        return t('tooLong', { characters: field === 'kind' ? 0 : messageLimits[field] })
      case 'not-an-email':
        return t('notAnEmail')
      case 'not-a-kind':
        return t('kindRequired')
      case 'not-a-story':
        return t('notAStory')
      default:
        return unreachable(error)
    }
  }
}
