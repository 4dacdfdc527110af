/**
 * Organs of the State whose texts hold in the whole country.
 *
 * Source: 宪法 chapter three (the organs of the State); 国务院关于机构设置的通知（国发〔2023〕5号）(departments of the State
 * Council). Institutions directly below it call themselves 国家… or 中国….
 */
const organs: ReadonlySet<string> = new Set(
  `全国人民代表大会 全国人民代表大会常务委员会 全国人大常委会 国务院 国务院办公厅 中央军事委员会 国家监察委员会 最高人民法院
最高人民检察院 外交部 国防部 教育部 科学技术部 工业和信息化部 公安部 民政部 司法部 财政部 人力资源和社会保障部 自然资源部
生态环境部 住房和城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 退役军人事务部 应急管理部 中国人民银行 审计署
海关总署`.split(/\s+/),
);

/**
 * True for an organ of the State, by whatever it begins with.
 *
 * `中华人民共和国国务院`, `国家税务总局`, `财政部 税务总局` → true · `湛江市人民政府`, `湛江市财政局` → false
 */
export function isNationalOrgan(issuer: string): boolean {
  const [first = ''] = issuer.trim().split(/[\s、，]/);
  const name = first.replace(/^中华人民共和国(?=.)/, '');
  return organs.has(name) || /^国家\p{Script=Han}{1,12}(?:局|总局|委员会|部|办公室)$/u.test(name);
}
