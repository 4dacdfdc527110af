/**
 * Makes something of an object once: who asks again for the same object is given the same. It is forgotten with the object.
 *
 * `const placesOf = oncePer((instrument: Instrument) => …)`
 */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { made: V }>();
  return (key) => {
    const held = known.get(key) ?? { made: make(key) };
    if (!known.has(key)) known.set(key, held);
    return held.made;
  };
}
