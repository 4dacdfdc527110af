/** What a web page prints around a text. Source: pages of government sites of ministries, provinces and cities. */
import { words } from './words.ts';

/** A line that begins so is the page's. */
export const navigationBeginnings = words(`
  您的位置 热门站点 收藏本站 设为首页 返回顶部 返回首页 返回上一页 打印本页 打印此页 打印】 【打印】 关闭窗口 关闭本页 关闭】 【关闭】
  【字体 分享到 分享至 扫一扫 网站标识码 版权所有 Copyright 网站地图 联系我们 附件下载 点击下载 点击此处下载
`);
/** Words of a line of their own. */
export const navigationWords = words('首页 打印 关闭');
/** Words that a colon follows. */
export const navigationLabels = words('上一篇 下一篇 主办单位 承办单位 技术支持');
/** Words above a list of links. */
export const navigationHeadings = words('相关链接 相关文档 相关阅读 相关稿件');
