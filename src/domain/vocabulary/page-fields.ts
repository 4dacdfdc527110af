/**
 * Fields that a government page or a database of laws prints beside a text.
 *
 * Sources: 国务院办公厅《政府信息公开目录》 as ministries and cities set it (索引号, 主题分类, 发文机关, 成文日期, 标题,
 * 发文字号, 发布日期, 主题词, 有效性), 国家法律法规数据库 (制定机关, 公布日期, 施行日期, 时效性, 效力级别), 北大法宝
 * (颁布部门, 实施日期, 效力级别, 法规类别).
 */
import type { PageFact } from '../model.ts';
import { words } from './words.ts';

/** Fields by what they say of the text. */
export const pageFields: Readonly<Record<PageFact, readonly string[]>> = {
  title: words('标题 名称 法规名称 法律名称 文件名称 文件标题'),
  documentNumber: words('文号 发文字号 发布文号 发文文号 文件编号 公布文号 批准文号'),
  registryNumber: words('统一登记号 统一编号 规范性文件统一编号 登记号'),
  issuer: words(`
    发布机关 发布部门 发布机构 发布单位 发文机关 发文机构 发文单位 制定机关 制定机构 颁布部门 颁布单位 颁布机关
  `),
  written: words('成文日期 发文日期 签发日期 生成日期'),
  promulgated: words('公布日期 公布时间 发布日期 发布时间 颁布日期 颁布时间 公开日期'),
  commenced: words('施行日期 施行时间 实施日期 实施时间 生效日期 生效时间'),
  index: words('索引号'),
  subject: words('主题分类'),
  keywords: words('主题词 关键词 关键字'),
  validity: words('有效性 时效性 时效 效力状态'),
  ended: words('失效日期 废止日期'),
  other: words(`
    组配分类 体裁分类 服务对象 公开类别 公开形式 公开时限 公开范围 公开主体 主题 发布字号 效力级别 效力层级 效力位阶
    法律性质 法规类别 法律类别 通过日期 内容概述 法宝引证码
  `),
  page: words(`
    来源 信息来源 文章来源 作者 时间 浏览次数 浏览 浏览量 阅读量 发表时间 点击数 点击 阅读次数 阅读 字体 字号 信息名称
    下载地址 责任编辑 编辑 发布人 审核
  `),
};

/** What pages print for 有效性. Source: the values of the same pages and databases. */
export const validityWords = {
  'in-force': words('有效 现行有效 继续有效 长期有效 是 有效文件'),
  ended: words('失效 已失效 废止 已废止 无效 否 已被废止 宣布失效'),
  'not-yet': words('尚未生效 未生效 尚未施行'),
  'in-part': words('部分有效 部分失效 部分废止'),
  changed: words('已修改 已被修改 已修订 已被修订'),
  untold: words('- — / 无 暂无'),
} as const;
