/**
 * Words of notices that correct what was printed. Source: 更正 and 勘误 notices in gazettes of the State Council, provinces
 * and cities.
 */
import { words } from './words.ts';

/** What such a notice is called. */
export const erratumNouns = words('更正 勘误 订正 补正');
/** `“甲”应为“乙”`: the right words stand behind. */
export const rightBehind = words(
  '应为 应是 应作 应当为 更正为 改为 订正为 改正为 修正为 应更正为 应改为 应订正为 现更正为',
);
/** `“乙”误为“甲”`: the wrong words stand behind. */
export const wrongBehind = words('误为 误作 误写为 误印为 误刊为 误排为 错为 错印为 误写成 误印成');
