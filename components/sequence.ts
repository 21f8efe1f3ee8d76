import { createElement, Fragment, type ReactNode } from 'react'

/** Children in a fixed order: a kept page is rendered once, so nothing moves and nothing needs a key. */
export const sequence = (children: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, null, ...children)
