/**
 * Formulas that close a document below all its levels. Sources: announcements (公告) and replies (批复) of ministries and
 * cities in the texts of `content/` and `test/`; a guide to 函 (结语: 特此函告, 特此函达, 特此复函, 特此回复, 此复).
 */
import { words } from './words.ts';

/** Such a formula begins so, and says in a word what the document does: 特此公告, 专此函达. */
export const closingOpenings = words('特此 专此');
/** Such a formula alone. */
export const closingWords = words('此复 此令 此布 此告 此函');
