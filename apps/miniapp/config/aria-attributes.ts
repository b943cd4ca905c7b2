/** What a screen reader is told, by the attribute of WeChat and the prop it comes from. */
export const ARIA_ATTRIBUTES = {
  'aria-role': 'i.ariaRole',
  'aria-label': 'i.ariaLabel',
  'aria-checked': 'i.ariaChecked',
  'aria-selected': 'i.ariaSelected',
  'aria-disabled': 'i.ariaDisabled',
  'aria-hidden': 'i.ariaHidden',
}

/** The components that carry them. Taro's templates (at build) and its short names (at run time) must be told the same. */
export const ARIA_COMPONENTS = {
  View: ARIA_ATTRIBUTES,
  Text: ARIA_ATTRIBUTES,
  Image: ARIA_ATTRIBUTES,
  Input: ARIA_ATTRIBUTES,
  Textarea: ARIA_ATTRIBUTES,
}
