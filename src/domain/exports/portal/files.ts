/** The files from which a portal over many cities takes a city in. */
import { archiveDocuments } from '../../search/archive.ts';
import type { SearchDocument } from '../../search/types.ts';
import { jsonLines } from '../data/tables.ts';
import { type ExportFile, evidenceAddress, type Holding } from '../holding.ts';
import {
  type CityRecord,
  type DeskEvent,
  type DeskWork,
  portalSchema,
  type SearchedUnit,
} from './records.ts';

function deskWork(holding: Holding, work: Holding['archive']['works'][number]): DeskWork {
  const { versions, carries, aliases, unread, ...named } = work;
  return {
    ...named,
    aliases,
    carries,
    ...(unread ? { unread: [...unread] } : {}),
    versions: versions.map(({ date, origin, doubts, instrument }) => {
      const { documentNumber, registryNumber, caption } = instrument;
      return {
        date,
        origin,
        ...(doubts ? { doubts: doubts.map((doubt) => ({ ...doubt })) } : {}),
        instrument: {
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

type Caption = NonNullable<Holding['archive']['works'][number]['versions'][number]['instrument']['caption']>;

const captionOf = ({ text, events }: Caption) => ({
  text,
  events: events.map(({ event, by, documentNumber }) => ({
    event,
    by,
    ...(documentNumber === undefined ? {} : { documentNumber }),
  })),
});

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
  const city: CityRecord = {
    schema: portalSchema,
    name,
    home: addresses.home,
    horizon: archive.horizon ?? '',
    works: archive.works.length,
    provisions: units.length,
    events: events.length,
    words: archive.words.map(({ said, meant, because }) => ({ said, meant: [...meant], because })),
  };
  yield { path: 'portal/city.json', body: `${JSON.stringify(city, null, 2)}\n` };
  yield { path: 'portal/works.jsonl', body: jsonLines(archive.works.map((work) => deskWork(holding, work))) };
  yield { path: 'portal/provisions.jsonl', body: jsonLines(units.map(searchedUnit)) };
  yield { path: 'portal/events.jsonl', body: jsonLines(events) };
}
