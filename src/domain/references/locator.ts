/** Locators: found in a text, read from what people type, written, and resolved on a tree. */
export { findLocators, type LocatorMatch, type Span } from './find-locators.ts';
export { formatLocator, type LocatorForm } from './format-locator.ts';
export { parseCitationLocator } from './loose-locator.ts';
export { ancestorOf, indexProvisions, type ProvisionIndex } from './provision-index.ts';
export { type Resolution, resolveLocator } from './resolve-locator.ts';
