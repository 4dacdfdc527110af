/** The files from which a portal over many cities takes a city in. */
import type { Caption, Provision, Version, Work } from '../../model.ts';
import { archiveDocuments } from '../../search/archive.ts';
import type { SearchDocument } from '../../search/types.ts';
import { jsonLines } from '../data/tables.ts';
import { type ExportFile, evidenceAddress, type Holding } from '../holding.ts';
import {
  type CitedText,
  type CityRecord,
  type DeskEvent,
  type DeskWork,
  portalSchema,
  type SearchedUnit,
} from './records.ts';

function deskWork(holding: Holding, work: Work, called: DeskWork['called']): DeskWork {
  const { versions, carries, aliases, unread, ...named } = work;
  return {
    ...named,
    aliases,
    carries,
    ...(unread ? { unread: [...unread] } : {}),
    ...(called ? { called } : {}),
    versions: versions.map(({ date, origin, madeBy, doubts, instrument }) => {
      const { title, issuer, carriedBy, documentNumber, registryNumber, caption } = instrument;
      return {
        date,
        origin,
        ...(madeBy === undefined ? {} : { madeBy }),
        ...(doubts ? { doubts: doubts.map((doubt) => ({ ...doubt })) } : {}),
        instrument: {
          title,
          ...(issuer === undefined ? {} : { issuer }),
          ...(carriedBy === undefined ? {} : { carriedBy }),
          ...(documentNumber === undefined ? {} : { documentNumber }),
          ...(registryNumber === undefined ? {} : { registryNumber }),
          ...(caption ? { caption: captionOf(caption) } : {}),
        },
        address: holding.addresses.version(work.id, date),
      };
    }),
    address: holding.addresses.work(work.id),
  };
}

const captionOf = ({ text, events }: Caption) => ({
  text,
  events: events.map(({ event, by, documentNumber, date }) => ({
    event,
    by,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(date === undefined ? {} : { date }),
  })),
});

const treeOf = (list: readonly Provision[]): CitedText['provisions'] =>
  list.map(({ position: _, children, ...provision }) => ({ ...provision, children: treeOf(children) }));

function citedText({ work, date, instrument, lineage }: Version): CitedText {
  return {
    ...{ work, version: date, provisions: treeOf(instrument.provisions) },
    annexes: instrument.annexes.map(({ label, title, missing, provisions }) => {
      return { label, title, missing, provisions: treeOf(provisions) };
    }),
    ...(lineage
      ? {
          lineage: lineage.map(({ eId, previous, change }) => {
            return { eId, ...(previous === undefined ? {} : { previous }), change };
          }),
        }
      : {}),
  };
}

function* eventsOf(holding: Holding): Generator<DeskEvent> {
  for (const { id } of holding.archive.works) {
    for (const event of holding.archive.events.get(id) ?? []) {
      const address = evidenceAddress(holding, event.evidence);
      const { instrument, eId, text } = event.evidence;
      yield { ...event, evidence: { instrument, eId, text }, ...(address === undefined ? {} : { address }) };
    }
  }
}

function searchedUnit({ version, ...document }: SearchDocument): SearchedUnit {
  const { work, date, doubts, ...named } = version;
  const of = { ...named, ...(doubts ? { doubts: [...doubts] } : {}) };
  return { work, version: date, ...document, ...(document.type === 'title' ? { of } : {}) };
}

/** `portal/city.json` and a file of lines for each kind of record. */
export function* portalFiles(holding: Holding): Generator<ExportFile> {
  const { archive, addresses, name } = holding;
  const units = archiveDocuments(archive);
  const events = Array.from(eventsOf(holding));
  const texts = archive.works.flatMap(({ versions }) => versions);
  const called = new Map<Work, { key: string; by: string }[]>();
  for (const { work, ...name } of archive.register.shortNames())
    called.set(work, [...(called.get(work) ?? []), name]);
  const city: CityRecord = {
    schema: portalSchema,
    name,
    home: addresses.home,
    horizon: archive.horizon ?? '',
    works: archive.works.length,
    provisions: units.length,
    events: events.length,
    texts: texts.length,
    words: archive.words.map(({ said, meant, because }) => ({ said, meant: [...meant], because })),
  };
  yield { path: 'portal/city.json', body: `${JSON.stringify(city, null, 2)}\n` };
  yield {
    path: 'portal/works.jsonl',
    body: jsonLines(archive.works.map((work) => deskWork(holding, work, called.get(work)))),
  };
  yield { path: 'portal/provisions.jsonl', body: jsonLines(units.map(searchedUnit)) };
  yield { path: 'portal/events.jsonl', body: jsonLines(events) };
  yield { path: 'portal/texts.jsonl', body: jsonLines(texts.map(citedText)) };
}
