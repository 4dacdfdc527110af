/**
 * Short names a text gives: （以下简称网约车）, （以下称“本规划”）, （以下统称药品监督管理部门）.
 *
 * A number may stand before it: （青水〔2020〕8号，以下简称《办法》）. The bracket right after a title (or after its 文号) names a document; any other names a thing.
 */
export interface ShortName {
  start: number;
  end: number;
  /** The names given; 以下简称甲或者乙 gives two. */
  names: string[];
  /** 简称 or 统称. */
  collective: boolean;
}

const pattern =
  /[（(](?:[^（）()]{0,80}?[，,；;](?=以下|下称|下文|后文))?(?:以下|下文|下|后文)?(?:分别|均)?(简称|统称|合称|通称|称)(?:为|作)?\s*[:：，]?\s*([^（）()]{1,40}?)[）)]/g;

/** Every short name given in a text, with the range of its bracket. */
export function findShortNames(text: string): ShortName[] {
  const found: ShortName[] = [];
  for (const match of text.matchAll(pattern)) {
    const names = match[2]!
      .split(/或者?(?=[“"《])|、(?=[“"《])|[，,](?=[“"《])/)
      .map((name) => name.replace(/^[“"'‘]+|[”"'’]+$/g, '').trim())
      // 省《办法》 is a name with its 《》, 《办法》 one without.
      .map((name) =>
        /^[^《〈]+[《〈][^《》〈〉]+[》〉]$/.test(name) ? name : name.replace(/^[《〈]+|[》〉]+$/g, ''),
      )
      .filter((name) => name !== '' && !/[，。；]/.test(name));
    if (names.length === 0) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      names,
      collective: match[1] !== '简称',
    });
  }
  return found;
}
