/** Locators: found in a text, read from what people type, written, and resolved on a tree. */
export { formatLocator, type LocatorForm, parseCitationLocator } from './citation.ts';
export { findLocators, type LocatorMatch, readLocators, type Span } from './find-locators.ts';
export { indexProvisions, type ProvisionIndex } from './provision-index.ts';
export { type Resolution, resolveLocator } from './resolve-locator.ts';
