// Jest wants the attribute; next-intl's loader, which parses messages at the build, may not have it.
export { default } from '../../../messages/en.json' with { type: 'json' }
