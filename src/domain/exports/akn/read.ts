/** Akoma Ntoso, as `write.ts` writes it, back to the text: the same tree, the same frame, the same state. */
import { SaxesParser } from 'saxes';
import type {
  Annex,
  FrameLine,
  Instrument,
  LineRole,
  Position,
  Provision,
  ProvisionType,
  Status,
} from '../../model.ts';
import { quotation } from './body.ts';
import { elements } from './names.ts';

/** An element, or the words between elements. */
interface Node {
  name: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
}

/** What a document says, places in the source left out. */
export interface ReadAkn {
  work: string;
  version: string;
  instrument: Pick<
    Instrument,
    | 'kind'
    | 'grammar'
    | 'title'
    | 'documentNumber'
    | 'registryNumber'
    | 'issuer'
    | 'dates'
    | 'frame'
    | 'provisions'
    | 'annexes'
  >;
  status: Pick<Status, 'state' | 'basis' | 'at' | 'horizon' | 'reason'>;
  gaps: string[];
}

/**
 * Reads a document.
 * @throws Error where it is not well-formed, or not a text that `writeAkn` wrote
 */
export function readAkn(xml: string): ReadAkn {
  const root = parse(xml);
  const document = element(root, 'act') ?? element(root, 'doc');
  const meta = document && element(document, 'meta');
  const own = meta && element(meta, 'proprietary');
  const about = own && element(own, 'gb:text')?.attributes;
  const status = own && element(own, 'gb:status')?.attributes;
  if (!document || !about || !status) throw new Error('不是本库写出的 Akoma Ntoso 文件');
  const body = element(document, 'body') ?? element(document, 'mainBody');
  const { documentNumber, registryNumber, issuer } = about;
  const dates = Object.fromEntries(
    (['adopted', 'written', 'promulgated', 'commenced'] as const).flatMap((name) =>
      about[name] === undefined ? [] : [[name, about[name]]],
    ),
  );
  return {
    work: about['work']!,
    version: about['version']!,
    instrument: {
      kind: about['kind'] as Instrument['kind'],
      grammar: about['grammar'] as Instrument['grammar'],
      title: about['title']!,
      ...(documentNumber === undefined ? {} : { documentNumber }),
      ...(registryNumber === undefined ? {} : { registryNumber }),
      ...(issuer === undefined ? {} : { issuer }),
      dates,
      frame: [
        ...linesOf(element(document, 'preface'), false),
        ...linesOf(element(document, 'conclusions'), true),
      ],
      provisions: provisionsOf(body),
      annexes: children(element(document, 'attachments')).map(annexOf),
    },
    status: {
      state: status['state'] as Status['state'],
      basis: status['basis'] as Status['basis'],
      at: status['at']!,
      horizon: status['horizon']!,
      reason: status['reason']!,
    },
    gaps: children(element(meta, 'notes')).map(wordsOf),
  };
}

function parse(xml: string): Node {
  const top: Node = { name: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.write(xml).close();
  const [root] = children(top);
  if (!root) throw new Error('文件是空的');
  return root;
}

const children = (node: Node | undefined): Node[] =>
  node?.children.filter((child) => typeof child !== 'string') ?? [];

const element = (node: Node, name: string): Node | undefined =>
  children(node).find((child) => child.name === name);

function wordsOf(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}

const nowhere: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

function linesOf(node: Node | undefined, after: boolean): FrameLine[] {
  return children(node).map((line) => ({
    role: line.attributes['class'] as LineRole,
    text: wordsOf(line),
    after,
    position: nowhere,
  }));
}

const types = new Map(
  Object.entries(elements).flatMap(([type, name]): [string, ProvisionType][] =>
    name === 'hcontainer' ? [] : [[name, type as ProvisionType]],
  ),
);

/** The type of an element; undefined for what is no provision. */
function typeOf({ name, attributes }: Node): ProvisionType | undefined {
  if (name !== 'hcontainer') return types.get(name);
  const type = attributes['name'];
  return type === 'figure' || type === 'table' ? type : undefined;
}

/** The `quotedStructure` of a quotation. */
const quotedIn = (node: Node): Node | undefined =>
  node.name === 'quotedStructure'
    ? node
    : children(node)
        .map(quotedIn)
        .find((found) => found !== undefined);

const provisionsOf = (node: Node | undefined): Provision[] =>
  children(node).flatMap((child) => {
    if (child.attributes['name'] === quotation) return provisionsOf(quotedIn(child));
    const type = typeOf(child);
    return type ? [provisionOf(child, type)] : [];
  });

function provisionOf(node: Node, type: ProvisionType): Provision {
  const num = element(node, 'num');
  const heading = element(node, 'heading');
  const block = element(node, 'content') ?? element(node, 'intro');
  const paragraph = block && element(block, 'p');
  const table = block && element(block, 'table');
  const words = heading && wordsOf(heading);
  const bare = heading?.attributes['gb:words'];
  return {
    type,
    number: node.attributes['gb:number'] ?? '',
    label: num ? wordsOf(num) : '',
    eId: node.attributes['eId'] ?? '',
    ...(words === undefined ? {} : { heading: bare ?? words }),
    ...(bare === undefined ? {} : { headingForm: words! }),
    text: paragraph ? wordsOf(paragraph) : '',
    children: provisionsOf(node),
    position: nowhere,
    ...(node.attributes['class'] === 'quoted' ? { quoted: true } : {}),
    ...(table ? { rows: rowsOf(table) } : {}),
    ...(node.attributes['status'] === 'incomplete' ? { missing: true } : {}),
  };
}

function rowsOf(table: Node): string[][] {
  if (table.attributes['class'] === 'empty') return [];
  return children(table).map((row) =>
    row.attributes['class'] === 'empty' ? [] : children(row).map(wordsOf),
  );
}

function annexOf(node: Node): Annex {
  const num = element(node, 'num');
  const document = element(node, 'doc');
  return {
    label: num ? wordsOf(num) : '',
    ...(node.attributes['gb:mark'] === undefined ? {} : { mark: node.attributes['gb:mark'] }),
    title: node.attributes['gb:title'] ?? '',
    missing: node.attributes['status'] === 'incomplete',
    provisions: provisionsOf(document && element(document, 'mainBody')),
    position: nowhere,
  };
}
