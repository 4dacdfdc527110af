/**
 * A text of the archive → Akoma Ntoso 3.0 (OASIS LegalDocML): identities, life, references, amendments, the tree.
 *
 * 办法 › 第六条 › 第一款 › （三） → `<article eId="art_6"><num>第六条</num><paragraph …><point eId="art_6__para_1__item_3">`
 */
import type { Annex, FrameLine, Reference } from '../../model.ts';
import type { HeldText, Holding } from '../holding.ts';
import { xml, xmlHead, xmlText } from '../xml.ts';
import { inlineOf, type Marks, marksOf, provisionsXml, type Target } from './body.ts';
import { annexMeta, metaOf, textIri } from './meta.ts';
import { namespace, ownNamespace, rootOf } from './names.ts';

/** The whole document. */
export function writeAkn(holding: Holding, text: HeldText): string {
  const { instrument } = text.version;
  const marks = marksOf(text.references, targetsOf(holding, text));
  const root = rootOf(instrument.kind);
  const [before, after] = [
    instrument.frame.filter((line) => !line.after),
    instrument.frame.filter((line) => line.after),
  ];
  const document = xml(
    root,
    { name: instrument.kind, contains: text.work.versions.length > 1 ? 'singleVersion' : 'originalVersion' },
    metaOf(holding, text),
    before.length === 0 ? '' : xml('preface', {}, ...before.map((line) => lineXml(line, marks))),
    bodyXml(root === 'act' ? 'body' : 'mainBody', provisionsXml(instrument.provisions, marks)),
    after.length === 0 ? '' : xml('conclusions', {}, ...after.map((line) => lineXml(line, marks))),
    instrument.annexes.length === 0
      ? ''
      : xml(
          'attachments',
          {},
          ...instrument.annexes.map((annex, i) => annexXml(holding, text, annex, i, marks)),
        ),
  );
  return `${xmlHead}${xml('akomaNtoso', { xmlns: namespace, 'xmlns:gb': ownNamespace }, document)}\n`;
}

/** A body cannot be empty: where no provision is held, that is what it says. */
function bodyXml(name: string, provisions: string): string {
  return xml(name, {}, provisions === '' ? xml('hcontainer', { name: 'none' }) : provisions);
}

/** Lines that the standard has inline elements for. */
const inlines: Partial<Record<FrameLine['role'], string>> = {
  title: 'docTitle',
  'document-number': 'docNumber',
  issuer: 'docProponent',
};

/** A line that is no provision keeps its role as its class. */
function lineXml({ role, text }: FrameLine, marks: Marks): string {
  const name = inlines[role];
  const references = role === 'caption' ? marks.of('', 'caption') : [];
  const words = inlineOf(text, references, marks.target);
  return xml('p', { class: role }, name && words !== '' ? xml(name, {}, words) : words);
}

function annexXml(holding: Holding, text: HeldText, annex: Annex, i: number, marks: Marks): string {
  const { label, mark, title, missing, provisions } = annex;
  const eId = `att_${i + 1}`;
  return xml(
    'attachment',
    {
      eId,
      ...(missing ? { status: 'incomplete' } : {}),
      'gb:title': title,
      'gb:mark': mark,
    },
    label === '' ? '' : xml('num', {}, xmlText(label)),
    title === '' ? '' : xml('heading', {}, xmlText(title)),
    xml(
      'doc',
      { name: 'annex' },
      annexMeta(holding, text, eId, title),
      bodyXml('mainBody', provisionsXml(provisions, marks)),
    ),
  );
}

/** Addresses of what a text refers to: `#art_6` in itself, the text or the work elsewhere. */
function targetsOf(holding: Holding, text: HeldText): Target {
  const ids = new Set<string>();
  const walk = (provisions: readonly { eId: string; children: readonly unknown[] }[]): void => {
    for (const { eId, children } of provisions) {
      ids.add(eId);
      walk(children as typeof provisions);
    }
  };
  const { instrument, date } = text.version;
  walk(instrument.provisions);
  for (const annex of instrument.annexes) walk(annex.provisions);
  const own = ({ target }: Reference): boolean => target?.work === text.work.id && target.version === date;
  return (reference) => {
    const { target, through } = reference;
    if (!target) return undefined;
    const base = own(reference) ? '' : textIri(holding, target.work, target.version);
    if (base === undefined) return undefined;
    if ('annex' in target) return annexTarget(holding, target, base);
    const { eId } = target;
    if (base !== '')
      return { href: eId ? `${base}#${eId}` : base, ...(through ? { upTo: `${base}#${through}` } : {}) };
    if (!eId) return { href: '#self' };
    if (!ids.has(eId)) return undefined;
    return { href: `#${eId}`, ...(through && ids.has(through) ? { upTo: `#${through}` } : {}) };
  };
}

function annexTarget(
  { byWork }: Holding,
  target: { annex: string; work: string; version?: string },
  base: string,
): { href: string } | undefined {
  const held = byWork.get(target.work)?.find(({ version }) => version.date === target.version);
  const at =
    held?.version.instrument.annexes.findIndex(({ label, title }) => (label || title) === target.annex) ?? -1;
  if (at < 0) return base === '' ? undefined : { href: base };
  return { href: `${base}#att_${at + 1}` };
}
