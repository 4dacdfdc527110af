/** References: locators, detection, resolution, names, glossary. */

export { referencesAmong } from './among.ts';
export { citationOf } from './citation.ts';
export { type Citations, citations } from './cited-by.ts';
export { citedDocuments } from './cited-documents.ts';
export type { TermForm } from './definitions.ts';
export { findReferences, type ReadReferences, readReferences } from './find-references.ts';
export type { FoundReference } from './found.ts';
export { findTerms, findTermUses, type Term, type TermUse } from './glossary.ts';
export { type CitationGraph, citationGraph, type GraphAct, type GraphEdge, type GraphNode } from './graph.ts';
export { findIssuerMentions, type IssuerMention } from './issuers.ts';
export { documentColumns } from './listed-titles.ts';
export * from './locator.ts';
export { articleSteps, type PlaceNames, placeName, placeNames } from './place-names.ts';
export { resolveReferences } from './resolve-references.ts';
export {
  type Library,
  lastNamed,
  type TextOn,
  versionAfter,
  versionAt,
  versionBefore,
} from './text-meant.ts';
