/**
 * Lines that a copy adds to a text: fields of a database, navigation of a web page, the imprint of a printed notice.
 *
 * `发布机关：国务院` → field issuer · `首页 > 政策 > 规章` → navigation · `抄送：市委各部委办。` → imprint
 */
import type { Day } from '../model.ts';
import { findDays, halfDigits, isDay } from '../text/index.ts';

export type CopyField = 'title' | 'documentNumber' | 'issuer' | 'written' | 'promulgated' | 'commenced';

const fields: [CopyField | undefined, string[]][] = [
  ['title', ['标题', '名称', '法规名称', '法律名称', '文件名称', '文件标题']],
  ['documentNumber', ['文号', '发文字号', '发布文号', '发文文号', '文件编号', '公布文号', '批准文号']],
  [
    'issuer',
    [
      '发布机关',
      '发布部门',
      '发布机构',
      '发布单位',
      '发文机关',
      '发文机构',
      '发文单位',
      '制定机关',
      '制定机构',
      '颁布部门',
      '颁布单位',
      '颁布机关',
    ],
  ],
  ['written', ['成文日期', '发文日期', '签发日期', '生成日期']],
  ['promulgated', ['公布日期', '公布时间', '发布日期', '发布时间', '颁布日期', '颁布时间', '公开日期']],
  ['commenced', ['施行日期', '施行时间', '实施日期', '实施时间', '生效日期', '生效时间']],
  [
    undefined,
    [
      ...[
        '索引号',
        '主题分类',
        '组配分类',
        '体裁分类',
        '服务对象',
        '公开类别',
        '公开形式',
        '公开时限',
        '公开范围',
        '公开主体',
      ],
      ...[
        '统一登记号',
        '统一编号',
        '登记号',
        '主题',
        '效力状态',
        '发布字号',
        '有效性',
        '时效性',
        '效力级别',
        '效力层级',
        '效力位阶',
        '法律性质',
        '法规类别',
        '法律类别',
        '失效日期',
      ],
      ...[
        '来源',
        '信息来源',
        '文章来源',
        '作者',
        '时间',
        '浏览次数',
        '浏览',
        '浏览量',
        '阅读量',
        '发表时间',
        '点击数',
        '点击',
        '阅读次数',
        '阅读',
        '字体',
        '字号',
      ],
      ...[
        '关键词',
        '主题词',
        '关键字',
        '内容概述',
        '信息名称',
        '法宝引证码',
        '下载地址',
        '责任编辑',
        '编辑',
        '发布人',
        '审核',
        '通过日期',
      ],
    ],
  ],
];
const keys = new Map(fields.flatMap(([field, names]) => names.map((name) => [name, field] as const)));

export interface FieldLine {
  /** As printed, without its spaces. */
  name: string;
  field?: CopyField;
  value: string;
}

const keyed =
  /^[•·*]?\s{0,4}(?:【\s{0,4}([\u3400-\u9fff][\u3400-\u9fff\s]{1,12})】\s?[：:]?|([\u3400-\u9fff][\u3400-\u9fff\s]{1,12})[：:])(.*)$/;
const longestField = 160;

/** A field and its value, or undefined. */
export function fieldLine(text: string): FieldLine | undefined {
  if (text.length > longestField || /。./.test(text)) return undefined;
  const match = keyed.exec(text);
  const key = match && (match[1] ?? match[2]!).replace(/\s/g, '');
  if (!match || !keys.has(key!)) return undefined;
  const field = keys.get(key!);
  return { name: key!, value: match[3]!.trim(), ...(field ? { field } : {}) };
}

/**
 * The fields of a line that holds several, parted by tabs or by two spaces and more; one for any other field line.
 *
 * `发文机关：某市政府⇥成文日期：2020年8月3日` → 发文机关, 成文日期
 */
export function fieldsOfLine(text: string): FieldLine[] {
  const parts =
    text.length <= longestField * 3 ? text.split(/\t+|[ \u3000]{2,}(?=[\u3400-\u9fff【])/) : [text];
  const fields = parts.map((part) => fieldLine(part.trim()));
  if (fields.length > 1 && fields.every((field) => field !== undefined)) return fields;
  const whole = fieldLine(text);
  return whole ? [whole] : [];
}

/** The day of a field: `2010.05.06`, `2018年12月29日`, `2024-07-22 18:21` */
export function fieldDay(value: string): Day | undefined {
  const match = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(halfDigits(value));
  if (!match) return findDays(value.slice(0, 20))[0]?.day;
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

const navigation =
  /^(?:您?(?:现在|当前)?的?(?:所在)?位置[：:]|您的位置|首页(?:$|\s*[>»›＞|｜/])|热门站点|收藏本站|设为首页|返回(?:顶部|首页|上一页)|打印(?:本页|此页|$)|【?打印】|关闭(?:窗口|本页|$)|【?关闭】|【字体|分享(?:到|至)|扫一扫|上一篇[：:]|下一篇[：:]|相关(?:链接|文档|阅读|稿件)[：:]?$|主办单位[：:]|承办单位[：:]|网站标识码|[^。]{0,20}ICP备|版权所有|Copyright|技术支持[：:]|网站地图|联系我们|附件下载|点击(?:此处)?下载)/i;
const crumb = /[|｜>»›]/;
const longestCrumb = 14;

/** `首页 > 政策 > 规章`, `首页 | 政务 | 服务` */
function isCrumbs(text: string): boolean {
  const parts = text.split(crumb).map((part) => part.trim());
  return (
    parts.length >= 3 &&
    parts.every((part, i) => part.length <= longestCrumb && (part !== '' || i === parts.length - 1)) &&
    !/[。；，]/.test(text)
  );
}

const stamped =
  /^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+(?:来源|作者|字体|【|浏览|阅读)/;

/** A line of a web page around the text. */
export function isNavigation(text: string): boolean {
  return (
    text.length <= longestField &&
    text[0] !== '<' &&
    (navigation.test(text) || isCrumbs(text) || stamped.test(text))
  );
}

/** 版记: whom a notice is copied to, who printed it and when. */
export function isImprint(text: string): boolean {
  return (
    text.length <= 400 &&
    (/^(?:主题词|主送|抄送|抄报|分送|印送)(?:机关)?[：:]/.test(text) ||
      /^[（(]?共印\s*\d+\s*份[）)]?[。.]?$/.test(text) ||
      /^[\u3400-\u9fff]{2,30}[\s\u3000]*\d{4}年\d{1,2}月\d{1,2}日印发?$/.test(text) ||
      /^\d{4}年\d{1,2}月\d{1,2}日印发$/.test(text))
  );
}
