/** A provision tree laid out for looking up: parents, order, and what stands where. Built once, in one walk. */
import type { Provision, ProvisionType } from '../model.ts';

export interface ProvisionIndex {
  roots: readonly Provision[];
  byId: ReadonlyMap<string, Provision>;
  parentOf: ReadonlyMap<Provision, Provision | undefined>;
  /** All provisions of a type in reading order; quoted new wording of a decision is left out. */
  ofType: ReadonlyMap<ProvisionType, readonly Provision[]>;
  /** `article 6` → every article of that number. */
  numbered: ReadonlyMap<string, readonly Provision[]>;
  /** Position in reading order. */
  orderOf: ReadonlyMap<Provision, number>;
  /** What `standingIn` has laid out of a list so far. */
  floors: WeakMap<readonly Provision[], Floor>;
}

/** `level 3` → every provision of that type and number on one floor. */
type Floor = ReadonlyMap<string, readonly Provision[]>;

/** Indexes a tree. Any tree is accepted; of two provisions with one eId the first is kept. */
export function indexProvisions(provisions: readonly Provision[]): ProvisionIndex {
  const byId = new Map<string, Provision>();
  const parentOf = new Map<Provision, Provision | undefined>();
  const ofType = new Map<ProvisionType, Provision[]>();
  const numbered = new Map<string, Provision[]>();
  const orderOf = new Map<Provision, number>();
  const walk = (list: readonly Provision[], parent: Provision | undefined, quoted: boolean): void => {
    for (const provision of list) {
      if (!byId.has(provision.eId)) byId.set(provision.eId, provision);
      parentOf.set(provision, parent);
      orderOf.set(provision, orderOf.size);
      const isQuoted = quoted || provision.quoted === true;
      if (!isQuoted) {
        push(ofType, provision.type, provision);
        push(numbered, `${provision.type} ${provision.number}`, provision);
      }
      walk(provision.children, provision, isQuoted);
    }
  };
  walk(provisions, undefined, false);
  return { roots: provisions, byId, parentOf, ofType, numbered, orderOf, floors: new WeakMap() };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The provision itself or its nearest ancestor of one of the types. */
export function ancestorOf(
  index: ProvisionIndex,
  provision: Provision | undefined,
  ...types: ProvisionType[]
): Provision | undefined {
  for (let at = provision; at; at = index.parentOf.get(at)) if (types.includes(at.type)) return at;
  return undefined;
}

/** The provisions beside one, itself included, in order. */
export function siblingsOf(index: ProvisionIndex, provision: Provision): readonly Provision[] {
  return index.parentOf.get(provision)?.children ?? index.roots;
}

/** True where `upper` is an ancestor of `lower`, or the same. */
export function contains(index: ProvisionIndex, upper: Provision, lower: Provision): boolean {
  for (let at: Provision | undefined = lower; at; at = index.parentOf.get(at)) if (at === upper) return true;
  return false;
}

/**
 * The provisions of a type and number that stand in a list, the roots or the children of one. A level under a lead-in
 * (`现决定：` ⏎ `一、`) stands on the floor of that lead-in. Quoted new wording is left out.
 */
export function standingIn(
  index: ProvisionIndex,
  list: readonly Provision[],
  type: ProvisionType,
  number: string | undefined,
): readonly Provision[] {
  let floor = index.floors.get(list);
  if (!floor) {
    floor = floorOf(list);
    index.floors.set(list, floor);
  }
  return floor.get(`${type} ${number}`) ?? [];
}

function floorOf(list: readonly Provision[]): Floor {
  const floor = new Map<string, Provision[]>();
  const add = (node: Provision, only?: ProvisionType): void => {
    if (node.quoted) return;
    if (only === undefined || node.type === only) push(floor, `${node.type} ${node.number}`, node);
    if (node.type === 'paragraph') for (const child of node.children) add(child, 'level');
  };
  for (const node of list) add(node);
  return floor;
}
