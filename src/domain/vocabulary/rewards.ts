/**
 * Words of clauses that reward: who is given what, what a share is taken of, what is a budget and no award.
 *
 * The lists are ours. Looked at: measures of reward of gazettes, laws, regulations and notices. Seen in a text that
 * rewards: all words but 案值, 兑付, 奖补 and 可获. Add a word where a sum was read as an award and is none, or was left unread.
 */
import { words } from './words.ts';

/** What is given. */
export const rewardNouns = words('奖励 奖金 补助 补贴');
/** A text that says one of these speaks of rewards. */
export const rewarding = [...rewardNouns, ...words('奖补 加奖')];
/** How it is given, before the sum: 给予举报人500元, 奖励500元. */
export const givingBefore = words('给予 奖励 奖金 发放 兑付 获 奖');
/** How it is given, behind the sum: 500元给予奖励. */
export const givingBehind = words('给予 予以 发放');
/** What a share is taken of, in front: 货值金额的5%, 行政处罚罚款的3%. */
export const shareOf = words('货值 涉案 处罚 案值 罚没 罚款 没收 入库 追缴 挽回');
/** What its words end in. */
export const shareNouns = words('额 款 值 价 款项 损失');
/** What is set aside. */
export const funds = words('资金 经费 基金 专款');
/** That it is set aside: 市财政每年安排奖励经费100万元. */
export const settingAside = words('每年 年度 全年 安排 列支 设立 预算 筹集 筹措');
